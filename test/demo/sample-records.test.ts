import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SAMPLE_SERVICES, sampleRecords } from '../../demo/sample/sample-records.ts';
import { readSampleTable } from '../../demo/sample/sample-table.ts';
import type { BatteryAnswer } from '../../shared/answers/answer-record.ts';
import { parseAnswerRecord } from '../../shared/answers/parse-answer-record.ts';
import { parseQuestionnaire } from '../../shared/questionnaire/parse-questionnaire.ts';

const csv = readFileSync('demo/data/sfo_2017.csv', 'utf8');
const records = sampleRecords(csv);

const [header, ...lines] = csv.split('\n').filter((line) => line.length > 0);
const columns = header.split(',');

/** Whether a line has a rating of 1 to 5, or a recommendation of 0 to 10. */
function isAnswered(line: string): boolean {
  return line.split(',').some((cell, at) => {
    if (columns[at] === 'netpro') return cell !== '' && Number(cell) <= 10;
    return columns[at].startsWith('q7_') && Number(cell) >= 1 && Number(cell) <= 5;
  });
}

/** Counts taken straight from the file's text, by code of its own, of the lines with an answer. */
function cellCounts(column: string): Record<string, number> {
  const at = columns.indexOf(column);
  const counts: Record<string, number> = {};
  for (const line of lines.filter(isAnswered)) {
    const cell = line.split(',')[at];
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return counts;
}

function tally(values: Iterable<string | number | undefined>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) {
    if (value !== undefined) counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

function only(counts: Record<string, number>, codes: readonly (string | number)[]): Record<string, number> {
  return Object.fromEntries(codes.flatMap((code) => (counts[code] ? [[code, counts[code]]] : [])));
}

function satisfaction(answer: unknown): Readonly<Record<string, number>> {
  return (answer as BatteryAnswer | undefined)?.satisfaction ?? {}; // `service` is the battery
}

describe('sampleRecords(csv)', () => {
  it('makes one record of each interview with an answer, 2,824 of 2,831, each with an id of its own', () => {
    expect([lines.length, lines.filter(isAnswered).length]).toEqual([2831, 2824]);
    expect(records).toHaveLength(2824);
    expect(new Set(records.map(({ id }) => id)).size).toBe(2824);
  });

  it('brings no prompt that was only shown or closed, of which an interview has none', () => {
    expect(tally(records.map(({ status }) => status))).toEqual({ completed: 2824 });
  });

  it('makes records that the collector takes', () => {
    expect(records.every((record) => parseAnswerRecord(record).ok)).toBe(true);
  });

  it('gives the same row the same id and time on every run', () => {
    expect(sampleRecords(csv)).toEqual(records);
  });

  it('counts overall satisfaction as the file does', () => {
    const counts = cellCounts('q7_all');
    expect(tally(records.map(({ answers }) => answers.csat as number | undefined))).toEqual(
      only(counts, [1, 2, 3, 4, 5]),
    ); // csat is a number
    expect(records.filter(({ skipped }) => skipped.includes('csat'))).toHaveLength(counts['0']);
  });

  it('counts recommendation as the file does, 11 and the empty cell as skipped', () => {
    const counts = cellCounts('netpro');
    const points = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    expect(tally(records.map(({ answers }) => answers.nps as number | undefined))).toEqual(
      only(counts, points),
    ); // nps is a number
    expect(records.filter(({ skipped }) => skipped.includes('nps'))).toHaveLength(
      counts['11'] + (counts[''] ?? 0),
    );
  });

  it('asks those who gave 0 to 6 why, and nobody else', () => {
    const counts = cellCounts('netpro');
    const detractors = [0, 1, 2, 3, 4, 5, 6].reduce((sum, point) => sum + (counts[point] ?? 0), 0);
    expect(records.filter(({ skipped }) => skipped.includes('why'))).toHaveLength(detractors);
  });

  it.each(SAMPLE_SERVICES)('counts %s as the file does: rated, not applicable, skipped', (service) => {
    const counts = cellCounts(`q7_${service}`);
    const path = `service.satisfaction.${service}`;
    const rated = records.map(({ answers }) => satisfaction(answers.service)[service]);
    expect(tally(rated)).toEqual(only(counts, [1, 2, 3, 4, 5]));
    expect(records.filter(({ notApplicable }) => notApplicable.service?.includes(service)).length).toBe(
      counts['6'] ?? 0,
    );
    expect(records.filter(({ skipped }) => skipped.includes(path)).length).toBe(counts['0'] ?? 0);
  });

  it.each([
    ['flight', 'flight_type'],
    ['purpose', 'purpose'],
    ['residence', 'residence'],
    ['age', 'age'],
    ['gender', 'gender'],
    ['boardingArea', 'boarding_area'],
    ['language', 'language'],
  ])('keeps %s where the source has it', (field, column) => {
    const counts = cellCounts(column);
    expect(tally(records.map(({ context }) => context[field]))).toEqual(
      Object.fromEntries(Object.entries(counts).filter(([cell]) => cell !== '')),
    );
  });

  it('dates each record on the day of its interview', () => {
    const days = tally(records.map(({ shownAt }) => String(Number(shownAt.slice(8, 10)))));
    expect(days).toEqual(cellCounts('interview_day'));
    expect(records.every(({ shownAt }) => shownAt.startsWith('2017-05-'))).toBe(true);
  });
});

describe('readSampleTable(csv)', () => {
  it('refuses a row of another length than the header', () => {
    expect(() => readSampleTable('a,b\n1,2,3\n')).toThrow(RangeError);
  });

  it('refuses quoted cells rather than cutting them', () => {
    expect(() => readSampleTable('a,b\n"1,2",3\n')).toThrow(RangeError);
  });
});

describe.each(['airport', 'parking'])('demo/questionnaires/%s.json', (name) => {
  const parsed = parseQuestionnaire(JSON.parse(readFileSync(`demo/questionnaires/${name}.json`, 'utf8')));

  it('is a questionnaire', () => {
    expect(parsed).toMatchObject({ ok: true, value: { id: name, version: 1 } });
  });

  it('says everything in English and in Chinese', () => {
    const texts = JSON.stringify(parsed).match(/"(label|hint|title)":\{[^}]*\}/g) ?? [];
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter((text) => !(text.includes('"en"') && text.includes('"zh-CN"')))).toEqual([]);
  });
});
