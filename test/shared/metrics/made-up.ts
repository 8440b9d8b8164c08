import { idBlocks } from '../../../report/engine/id-blocks.ts';
import { ColumnsBuilder } from '../../../report/engine/columns-builder.ts';
import { CELL_SKIPPED, type Columns } from '../../../report/engine/columns.ts';
import { summarize, type SummarizeOptions } from '../../../report/engine/summarize.ts';
import type { ScoreRules } from '../../../shared/summary/score-rules.ts';
import type { ScaleDefinition, ScaleRole, Summary } from '../../../shared/summary/summary.ts';
import { weightUnits } from '../../../shared/summary/weight-units.ts';
import { oracleFile } from './gold.ts';
import { table, type Row } from './survey-of.ts';

const battery = (role: ScaleRole, letter: string, count: number, [min, max]: [number, number], as = letter) =>
  Array.from({ length: count }, (_, k): ScaleDefinition => {
    const name = `${k + 1}`;
    return { key: letter + name, role, question: 'battery', attribute: as + name, min, max };
  });

const question = (role: ScaleRole, key: string, min: number, max: number): ScaleDefinition => ({
  ...{ key, role, question: key, min, max },
});

/** Columns of test/fixtures/oracle/measures.csv. */
export const MADE_UP_SCALES: readonly ScaleDefinition[] = [
  question('nps', 'nps', 0, 10),
  question('csat', 'csat', 1, 5),
  question('ces', 'ces', 1, 7),
  ...['stay', 'buyMore'].map((key) => question('rating', key, 1, 5)),
  question('rating', 'level', 1, 6),
  ...['x1', 'x2', 'x3'].map((key) => question('rating', key, 1, 10)),
  ...battery('satisfaction', 's', 5, [1, 5]),
  ...battery('importance', 'i', 5, [1, 5], 's'),
  ...battery('pick', 'p', 5, [0, 1], 's'),
  ...battery('expectation', 'e', 4, [1, 7], 'q'),
  ...battery('perception', 'q', 4, [1, 7]),
  ...[...battery('rating', 'v', 4, [1, 5]), ...battery('rating', 'c', 4, [1, 5])],
];

/** How its records are scored. */
export const MADE_UP_RULES: ScoreRules = {
  loyalty: { intents: ['stay', 'buyMore', 'nps'], loyalFrom: 0.75, driftingUpTo: 0.25 },
  deliveredValue: { values: ['v1', 'v2', 'v3', 'v4'], costs: ['c1', 'c2', 'c3', 'c4'] },
  index: [{ factor: 'x', items: ['x1', 'x2', 'x3'] }],
};

/** Rows of that file. */
export function madeUpRows(): Row[] {
  return table(oracleFile('measures.csv'));
}

/** Columns of such rows; without the columns of `without`. */
export function madeUpColumns(rows: readonly Row[], without: readonly ScaleRole[] = []): Columns {
  const builder = new ColumnsBuilder();
  const scales = MADE_UP_SCALES.filter(({ role }) => !without.includes(role));
  const handles = scales.map((scale) => builder.scale(scale));
  for (const row of rows) {
    const { id, audience, weight, day } = row;
    const at = builder.add({
      ...{ id, survey: 'made-up', audience: audience === '' ? undefined : audience },
      ...{ weight: weightUnits(weight), shownAt: day === '' ? undefined : Date.parse(`${day}T12:00:00Z`) },
    });
    for (const field of ['tier', 'touchpoint']) builder.context(at, builder.field(field), row[field]);
    scales.forEach(({ key }, k) => {
      if (row[key] === '') builder.missing(at, handles[k], CELL_SKIPPED);
      else builder.cell(at, handles[k], Number(row[key]));
    });
  }
  return builder.build();
}

/** The summary of such columns, with or without their weights. */
export function madeUpSummary(columns: Columns, weighted = false, options: SummarizeOptions = {}): Summary {
  const weigh = weighted ? 'weight' : 'none';
  return summarize(columns, {
    blocks: idBlocks(columns),
    rules: { ...MADE_UP_RULES, weigh },
    ...options,
  });
}
