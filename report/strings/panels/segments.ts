import { count, THIN_GAP } from '../../format/numbers.ts';
import { en as page } from '../en.ts';
import type { ByLanguage } from './by-language.ts';

/** A group that differs: how its name, value and distance are written. */
export interface StandsOut {
  readonly group: string;
  readonly value: string;
  readonly distance: string;
  readonly above: boolean;
}

const en = {
  name: 'Segments',
  verdict: (out: readonly StandsOut[]): string => {
    const said = out.map(
      ({ group, value, distance, above }) =>
        `${group} ${value}, ${distance} ${above ? 'above' : 'below'} the rest`,
    );
    return said.length === 0 ? 'No group shows a difference from the rest' : said.join('; ');
  },
  lead: (family: number): string =>
    family === 0
      ? 'No group has 30 answers on both sides, so none is compared.'
      : family === 1
        ? 'One comparison with the rest.'
        : `Differences from the rest are called so after Holm’s correction for ${count(family)} comparisons.`,
  byGroup: (measure: string): string => `${measure} by group`,
  figure: (measure: string): string => `${measure}, interval, n`,
  rest: 'against the rest',
  all: (value: string): string => `all ${value}`,
  tooFew: 'too few',
  columns: {
    field: 'Field',
    group: 'Group',
    value: 'Value',
    interval: `95${THIN_GAP}%`,
    n: 'n',
    difference: 'Difference from the rest',
    holm: 'p, Holm',
    verdict: 'Verdict',
  },
  verdicts: {
    differs: 'differs',
    none: 'no difference shown',
    atMost: (most: string): string => `at most ${most} apart`,
    few: 'too few to compare',
  },
  note: (few: readonly string[], tooMany: readonly string[]): string =>
    page.sentences([
      'Bold: differs. Grey: no difference shown. Hollow, dashed: under 30 answers. Intervals are not adjusted for the number of comparisons.',
      few.length === 0 ? '' : `Not drawn, under 10 answers: ${page.list(few)}.`,
      tooMany.length === 0 ? '' : `Too many values to be groups: ${page.list(tooMany)}.`,
    ]),
};

const simplified: typeof en = {
  name: '客户细分',
  verdict: (out) =>
    out.length === 0
      ? '没有一组与其余各组显出差异'
      : out
          .map(
            ({ group, value, distance, above }) =>
              `${group} ${value}，比其余${above ? '高' : '低'} ${distance}`,
          )
          .join('；'),
  lead: (family) =>
    family === 0
      ? '没有一组两边都满 30 份，不作比较。'
      : family === 1
        ? '与其余各组作了 1 次比较。'
        : `共 ${count(family)} 次比较，经 Holm 校正后才称为有差异。`,
  byGroup: (measure) => `各组${measure}`,
  figure: (measure) => `${measure}、区间、n`,
  rest: '与其余相比',
  all: (value) => `全部 ${value}`,
  tooFew: '太少',
  columns: {
    field: '字段',
    group: '组',
    value: '数值',
    interval: `95${THIN_GAP}%`,
    n: 'n',
    difference: '与其余之差',
    holm: 'p（Holm）',
    verdict: '结论',
  },
  verdicts: {
    differs: '有差异',
    none: '未显出差异',
    atMost: (most) => `至多相差 ${most}`,
    few: '太少，不比较',
  },
  note: (few, tooMany) =>
    [
      '粗体：有差异。灰色：未显出差异。空心虚线：不足 30 份。区间未按比较次数调整。',
      few.length === 0 ? '' : `不足 10 份，不绘图：${few.join('、')}。`,
      tooMany.length === 0 ? '' : `取值太多，不作分组：${tooMany.join('、')}。`,
    ].join(''),
};

const traditional: typeof en = {
  name: '客戶細分',
  verdict: (out) =>
    out.length === 0
      ? '沒有一組與其餘各組顯出差異'
      : out
          .map(
            ({ group, value, distance, above }) =>
              `${group} ${value}，比其餘${above ? '高' : '低'} ${distance}`,
          )
          .join('；'),
  lead: (family) =>
    family === 0
      ? '沒有一組兩邊都滿 30 份，不作比較。'
      : family === 1
        ? '與其餘各組作了 1 次比較。'
        : `共 ${count(family)} 次比較，經 Holm 校正後才稱為有差異。`,
  byGroup: (measure) => `各組${measure}`,
  figure: (measure) => `${measure}、區間、n`,
  rest: '與其餘相比',
  all: (value) => `全部 ${value}`,
  tooFew: '太少',
  columns: {
    field: '欄位',
    group: '組',
    value: '數值',
    interval: `95${THIN_GAP}%`,
    n: 'n',
    difference: '與其餘之差',
    holm: 'p（Holm）',
    verdict: '結論',
  },
  verdicts: {
    differs: '有差異',
    none: '未顯出差異',
    atMost: (most) => `至多相差 ${most}`,
    few: '太少，不比較',
  },
  note: (few, tooMany) =>
    [
      '粗體：有差異。灰色：未顯出差異。空心虛線：不足 30 份。區間未按比較次數調整。',
      few.length === 0 ? '' : `不足 10 份，不繪圖：${few.join('、')}。`,
      tooMany.length === 0 ? '' : `取值太多，不作分組：${tooMany.join('、')}。`,
    ].join(''),
};

/** The words of the segments panel. */
export const segments: ByLanguage<typeof en> = { en, 'zh-CN': simplified, 'zh-TW': traditional };
