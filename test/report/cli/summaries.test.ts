import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Folder, airportExports, cli } from './run-cli.ts';

let folder: Folder;
/** Passengers in all. */
let passengers = 0;
beforeAll(() => {
  folder = new Folder();
  const { csv } = airportExports(14);
  const [header, ...rows] = csv.trimEnd().split('\r\n');
  passengers = rows.length;
  const part = (name: string, keep: (at: number) => boolean) =>
    folder.file(name, `${[header, ...rows.filter((_, at) => keep(at))].join('\r\n')}\r\n`);
  part('all.csv', () => true);
  part('even.csv', (at) => at % 2 === 0);
  part('odd.csv', (at) => at % 2 === 1);
});
afterAll(() => folder.remove());

async function summarised(name: string): Promise<string> {
  const to = folder.at(`${name}.json`);
  const { code, told } = await cli('summarize', folder.at(`${name}.csv`), '-o', to);
  expect(code, told).toBe(0);
  return to;
}

describe('fourfold summarize, merge and figures', { timeout: 120_000 }, () => {
  test('merging two summaries gives the summary of all answers, byte for byte, without an id in clear', async () => {
    const parts = [await summarised('even'), await summarised('odd')];
    await summarised('all');
    const merged = await cli('merge', ...parts);
    expect(merged.code, merged.told).toBe(0);
    const withoutSources = (text: string): string => text.replace(/"sources":\[[^\]]*\],?/, '');
    expect(withoutSources(merged.out) === withoutSources(folder.read('all.json'))).toBe(true);
    expect(merged.out).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}/);
  });

  test('a summary gives the figures of its answers', async () => {
    const rows = await cli('figures', folder.at('all.csv'), '--json');
    const counts = await cli('figures', folder.at('all.json'), '--json');
    const pick = (text: string) => {
      const { nps, csat, matrix, responseRate } = JSON.parse(text) as Record<string, unknown>; // an object of figures
      return { nps, csat, matrix, responseRate };
    };
    expect(counts.code, counts.told).toBe(0);
    expect(pick(counts.out)).toEqual(pick(rows.out));
  });

  test('a summary tells whole months, and says that parts of one need the answers', async () => {
    const of = (file: string, ...days: string[]) => cli('figures', folder.at(file), ...days, '--json');
    const may = ['--from', '2017-05-01', '--until', '2017-05-31'];
    const [rows, counts] = [await of('all.csv', ...may), await of('all.json', ...may)];
    const pick = (text: string) => {
      const { records, nps, trend } = JSON.parse(text) as Record<string, unknown>; // an object of figures
      return { records, nps, trend };
    };
    expect(counts.code, counts.told).toBe(0);
    expect(pick(counts.out)).toEqual(pick(rows.out));
    for (const refused of [
      ['--from', '2017-05-09'],
      ['--filter', 'gender=female', ...may],
      ['--filter', 'gender='],
    ]) {
      const { code, out, told } = await of('all.json', ...refused);
      expect([code, out]).toEqual([2, '']);
      expect(told).toContain('one value of one field, or whole months');
    }
  });

  test('summaries that share answers are refused, with each other and with the answers', async () => {
    const twice = await cli('merge', folder.at('all.json'), folder.at('even.json'));
    expect([twice.code, twice.out]).toEqual([1, '']);
    expect(twice.told).toContain('even.json counts answers that are in another file too');
    const beside = await cli('figures', folder.at('odd.csv'), folder.at('all.json'), '--json');
    expect(beside.code).toBe(1);
    expect(JSON.parse(beside.out)).toMatchObject({ records: Math.floor(passengers / 2) });
  });

  test('answers and a summary of others add up', async () => {
    const both = await cli('figures', folder.at('even.csv'), folder.at('odd.json'), '--json');
    expect(both.code, both.told).toBe(0);
    expect(JSON.parse(both.out)).toMatchObject({ records: passengers });
  });

  test('a summary with mistakes is named with each', async () => {
    const file = folder.file('bad.json', '{"format":"fourfold-summary","version":1,"slices":3}');
    const { code, told } = await cli('merge', file, folder.at('odd.json'));
    expect(code).toBe(1);
    expect(told).toMatch(
      /bad\.json is a summary with mistakes\..*\n {2}slices: parseSummary: expected a list/,
    );
  });

  test('answers are not merged, and it is said how they can be', async () => {
    const { code, out, told } = await cli('merge', folder.at('all.json'), folder.at('odd.csv'));
    expect([code, out]).toEqual([1, '']);
    expect(told).toContain('odd.csv: expected a summary; make one of answers first: fourfold summarize');
  });
});
