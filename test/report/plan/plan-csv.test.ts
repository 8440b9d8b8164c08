import { describe, expect, it } from 'vitest';
import { parsePlanCsv, planCsv } from '../../../report/plan/plan-csv.ts';
import type { PlanEntry } from '../../../report/plan/plan-document.ts';
import { readPlanFile } from '../../../report/plan/read-plan-file.ts';
import { someEntry, somePlan, withoutBeat } from '../support/some-plan.ts';

const { id, survey, editedAt } = somePlan();
const HEAD = { id, survey, editedAt };
const csv = (entries: readonly PlanEntry[]): string =>
  planCsv(entries.map((entry) => ({ entry, round: 'same' })));

describe('parsePlanCsv(planCsv(rows))', () => {
  it('is the plan again, formulas, quotes, lines and all', () => {
    const small = withoutBeat(someEntry({ attribute: 'service.food', label: '餐饮' }));
    const entries = [
      someEntry({ action: '=1+1, "so"\nand more', responsible: '@王芳', due: '2026-05-31' }),
      small,
    ];
    expect(parsePlanCsv(csv(entries), HEAD)).toEqual({ ok: true, value: somePlan({ entries }) });
  });

  it('is read as a spreadsheet with semicolons and decimal commas saves it', () => {
    const text = csv([someEntry({ action: 'More' })])
      .replaceAll(',', ';')
      .replace(/(\d)\.(\d)/g, '$1,$2')
      .replace(/00,000Z/g, '00.000Z');
    expect(parsePlanCsv(text, HEAD)).toEqual({
      ok: true,
      value: somePlan({ entries: [someEntry({ action: 'More' })] }),
    });
  });

  it('leaves out what a later round says', () => {
    const verdict = {
      value: 0.5,
      p: 0.01,
      verdict: 'improved',
      interval: { method: 'welch-t', low: 0.2, high: 0.8 },
    };
    const outcome = { kind: 'judged', verdict, score: { value: 3.5, n: 99 } };
    const text = planCsv([{ entry: someEntry(), round: 'later', outcome: outcome as never }]); // the fields that are written
    expect(text).toContain('improved,3.5,99,0.5,0.2,0.8');
    expect(parsePlanCsv(text, HEAD)).toEqual({ ok: true, value: somePlan({ entries: [someEntry()] }) });
  });

  it.each([
    [
      'a due of its own',
      (text: string) => text.replace('2026-05-31', '31/5/2026'),
      'line 2, due',
      '2026-05-31',
    ],
    ['a word for a number', (text: string) => text.replace(',99,', ',many,'), 'line 2, n', 'number'],
    ['a lost column', (text: string) => text.replace('standardError', 'error'), 'line 1', 'standardError'],
    ['another table', () => 'id,nps\na,9\n', 'line 1', 'first line'],
    ['a cell too few', (text: string) => `${text}x,y\r\n`, 'line 3', 'correct the line'],
    ['nothing', () => '', 'line 1', 'first line'],
  ])('names line, column and remedy of %s', (_, spoil, place, remedy) => {
    const read = parsePlanCsv(spoil(csv([someEntry({ due: '2026-05-31' })])), HEAD);
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.issues[0].path).toBe(place);
    expect(read.issues[0].message).toContain(remedy);
  });
});

describe('readPlanFile(file)', () => {
  it('reads JSON, its own id kept', async () => {
    const file = new Blob([JSON.stringify(somePlan())]);
    expect(await readPlanFile(file, { ...HEAD, id: 'other-id-1' })).toEqual({ ok: true, value: somePlan() });
  });

  it('reads a table in GB18030, as spreadsheets in China save it', async () => {
    const text = csv([someEntry({ label: 'Parking', action: 'WIFI' })]).slice(1);
    const [before, after] = text.split('WIFI');
    // 停车 in GB18030.
    const bytes = Uint8Array.of(0xcd, 0xa3, 0xb3, 0xb5);
    const read = await readPlanFile(new Blob([before, bytes, after]), HEAD);
    expect(read.ok && read.value.entries[0].action).toBe('停车');
  });
});
