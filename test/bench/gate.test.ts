import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { BUILT_IN_QUESTIONNAIRES } from '../../report/engine/built-in-questionnaires.ts';
import { readAnswers } from '../../report/engine/read-answers.ts';
import { blobSource } from '../../report/engine/source.ts';
import { madeAnswers } from '../engines/made-answers.ts';
import { cli, Folder } from '../report/cli/run-cli.ts';
import { generate } from './report/generate.mjs';

// What can be told exactly is held here, in every run of the tests; times are compared by `npm run bench` alone.
const folder = new Folder();
afterAll(() => folder.remove());

test('a summary has the digest that three databases give too', async () => {
  const table = folder.file('made.csv', [...madeAnswers(1, 400)].join(''));
  const { out } = await cli('summarize', table);
  // DuckDB 1.5, ClickHouse 18.16 and PostgreSQL 15 counted the same rows to this: `npm run test:engines`.
  expect(createHash('sha256').update(out).digest('hex')).toBe(
    'e1191a27f9dfaf0ef5c1d6e68bbe24bd5cbac1d192daad0fa2021780cd540fdc',
  );
});

test('a row takes 34 bytes beside its id: one a scale or text that repeats, twelve for its times', async () => {
  const csv = folder.at('rows.csv');
  generate(5_000, { csv });
  const source = blobSource('rows.csv', new Blob([readFileSync(csv)]));
  const { reader } = await readAnswers([source], { questionnaires: BUILT_IN_QUESTIONNAIRES });
  const columns = reader.builder.build();
  const { survey, surveyVersion, audience, fields, scales, status, shownAt, durationMs } = columns;
  const texts = [survey, surveyVersion, audience, ...fields.values()].map(({ codes }) => codes);
  const arrays = [status, shownAt, durationMs, ...texts, ...scales.map(({ cells }) => cells)];
  expect(columns).not.toHaveProperty('weight');
  expect(columns).not.toHaveProperty('sample');
  expect(arrays.reduce((sum, { byteLength }) => sum + byteLength, 0)).toBe(34 * columns.rows);
});
