import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { en } from '../../../report/strings/en.ts';
import { gaps } from '../../../report/strings/panels/gaps.ts';
import { zhCN } from '../../../report/strings/zh-CN.ts';

const at = (day: string): number => Date.parse(`${day}T12:00:00Z`);
const plain = (text: string): string => text.replaceAll('\u202F', ' ');

describe('period(from, until)', () => {
  test.each([
    ['2017-05-05', '2017-05-30', '5–30 May 2017', '2017 年 5 月 5–30 日'],
    ['2017-05-05', '2017-05-05', '5 May 2017', '2017 年 5 月 5 日'],
    ['2017-04-28', '2017-05-03', '28 April – 3 May 2017', '2017 年 4 月 28 日至 5 月 3 日'],
    [
      '2016-12-30',
      '2017-01-02',
      '30 December 2016 – 2 January 2017',
      '2016 年 12 月 30 日至 2017 年 1 月 2 日',
    ],
  ])('%s to %s in both languages', (from, until, english, chinese) => {
    expect(en.period(at(from), at(until))).toBe(english);
    expect(zhCN.period(at(from), at(until))).toBe(chinese);
  });
});

describe('list(names)', () => {
  test('joins as each language does, and keeps names apart that hold commas', () => {
    expect([en.list([]), en.list(['a']), en.list(['a', 'b']), en.list(['a', 'b', 'c'])]).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
    expect(en.list(['desks, upper', 'desks, lower', 'signs'])).toBe('desks, upper; desks, lower and signs');
    expect(zhCN.list(['甲', '乙', '丙'])).toBe('甲、乙与丙');
  });
});

describe('the verdict on gaps', () => {
  test('is a sentence about one attribute too', () => {
    const { en: english, 'zh-CN': chinese } = gaps;
    expect([0, 1].map((short) => english.verdict.expectation(short, 1))).toEqual([
      'The one attribute does not surely fall short of what was expected',
      'The one attribute falls short of what was expected',
    ]);
    expect([0, 1].map((short) => chinese.verdict.expectation(short, 1))).toEqual([
      '唯一的一项不能断定低于期望',
      '唯一的一项低于期望',
    ]);
    expect(chinese.verdict.expectation(0, 5)).toBe('5 项中没有一项能断定低于期望');
  });
});

describe('the verdict of the matrix', () => {
  test('says over, not at least, beyond what certainty is printed', () => {
    expect(plain(en.matrix.verdict(3, 8, 0.999, 1))).toBe(
      'Three of 8 attributes belong in “improve first” with over 99 % certainty; one could go either way',
    );
    expect(plain(en.matrix.verdict(1, 14, 0.94, 0))).toBe(
      'One of 14 attributes belongs in “improve first” with at least 94 % certainty',
    );
    expect(plain(en.matrix.verdict(0, 6, undefined, 2))).toBe(
      'None of 6 attributes is certain to belong in “improve first”; two could go either way',
    );
    expect(plain(zhCN.matrix.verdict(5, 14, 0.945, 4))).toBe(
      '14 项中有 5 项落在急需改进区，把握均不低于 95 %；另有 4 项尚不能定',
    );
  });
});

describe('the strings of both languages', () => {
  test('have the same keys', () => {
    const keys = (value: object, path = ''): string[] =>
      Object.entries(value).flatMap(([key, part]: [string, unknown]) =>
        typeof part === 'object' && part !== null && !Array.isArray(part)
          ? keys(part, `${path}${key}.`)
          : [path + key],
      );
    expect(keys(zhCN).sort()).toEqual(keys(en).sort());
  });
});

describe('traditional Chinese', () => {
  const SIMPLIFIED =
    /[与个们这对为时说读满标级问题发关开见边进还没过样两从会长门间听写图书点击业务现实际观应该让认识钱报页单编辑删错误导航确断显组织结构线项权顾选择网络无设备启动产协护归属]/gu;

  test.each(['zh-TW.ts', ...readdirSync('report/strings/panels').map((file) => `panels/${file}`)])(
    '%s has no simplified character in it',
    (file) => {
      const text = readFileSync(`report/strings/${file}`, 'utf8');
      const start = text.indexOf('const traditional');
      const own = file === 'zh-TW.ts' ? text : start < 0 ? '' : text.slice(start);
      expect(own.match(SIMPLIFIED)).toBeNull();
    },
  );
});
