import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const CHINESE = /PingFang|YaHei|CJK/;

describe('a list of fonts', () => {
  it.each([
    ['report/styles/report.css'],
    ['report/parts/print-foot.ts'],
    ['demo/collector/page/page.css'],
    ['demo/site/site.css'],
  ])('in %s has no Chinese font where a Latin one may come after it', (path) => {
    const text = readFileSync(path, 'utf8');
    const lists = text.match(/[^;{}]*sans-serif[^;}]*/g)?.filter((list) => CHINESE.test(list)) ?? [];
    expect(lists.length).toBeGreaterThan(0);
    for (const list of lists) expect(list.slice(0, list.indexOf('sans-serif'))).not.toMatch(CHINESE);
  });
});
