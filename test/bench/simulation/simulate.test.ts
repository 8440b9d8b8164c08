import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Folder } from '../../report/cli/run-cli.ts';
import { generate } from '../report/generate.mjs';
import { runNode } from './run-node.ts';
import { differences, simulate } from './simulate.ts';

const SITES = 12;
const RESPONDENTS = 40;

test('sites counted in shards and added up are what they are in one piece', { timeout: 60_000 }, async () => {
  const made = await simulate({ sites: SITES, respondents: RESPONDENTS, sitesPerShard: 3, processes: 2 });
  expect(made.summary.slices[0]?.all.records).toBe(SITES * RESPONDENTS);
  expect(differences(made)).toEqual([]);
  expect(differences({ ...made, truth: { ...made.truth, nps: [1] } })).toEqual(['nps']);
  const folder = new Folder();
  const files = Array.from({ length: SITES }, (_, site) => {
    const csv = folder.at(`${site}.csv`);
    generate(RESPONDENTS, { csv, seed: site + 1, site });
    return csv;
  });
  const whole = folder.at('whole.json');
  await runNode(join(import.meta.dirname, '../../../dist/cli.js'), ['summarize', ...files, '-o', whole]);
  expect(made.text).toBe(readFileSync(whole, 'utf8'));
  folder.remove();
});
