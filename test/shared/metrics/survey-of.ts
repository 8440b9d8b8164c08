import { readFileSync } from 'node:fs';
import type { Columns } from '../../../report/engine/columns.ts';
import { CELL_NOT_APPLICABLE, CELL_SKIPPED } from '../../../report/engine/columns.ts';
import { ColumnsBuilder } from '../../../report/engine/columns-builder.ts';
import type { ScaleDefinition, ScaleRole } from '../../../shared/summary/summary.ts';

/** A row by column name. */
export type Row = Readonly<Record<string, string>>;

/** A scale column of a table, and its codes for a missing answer. */
export interface TableScale extends ScaleDefinition {
  readonly skipped?: readonly string[];
  readonly notApplicable?: readonly string[];
}

/** Rows of a comma-separated file that quotes no commas. */
export function table(path: string | URL): Row[] {
  const [head, ...lines] = readFileSync(path, 'utf8').replaceAll('"', '').trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, k) => [name, cells[k]]));
  });
}

/** A column that is its own question, for tables of numbers. */
export function scale(
  role: ScaleRole,
  key: string,
  min: number,
  max: number,
  attribute?: string,
): TableScale {
  return attribute === undefined
    ? { key, role, question: key, min, max }
    : { key, role, question: 'battery', attribute, min, max };
}

/** Columns of such rows; every scale's `key` is the name of its column. */
export function columnsOf(rows: readonly Row[], scales: readonly TableScale[], id?: string): Columns {
  const builder = new ColumnsBuilder();
  const handles = scales.map((definition) => builder.scale(definition));
  for (const values of rows) {
    const row = builder.add({ survey: 'test', id: id && values[id] });
    scales.forEach(({ key, skipped = [''], notApplicable = [] }, k) => {
      if (notApplicable.includes(values[key])) builder.missing(row, handles[k], CELL_NOT_APPLICABLE);
      else if (skipped.includes(values[key])) builder.missing(row, handles[k], CELL_SKIPPED);
      else builder.cell(row, handles[k], Number(values[key]));
    });
  }
  return builder.build();
}

/** The services that the airport survey rates. */
export const AIRPORT_SERVICES =
  'art food store sign walkways screens infodown infoup wifi roads park airtrain ltparking rental'.split(' ');

const CODES = { skipped: ['', '0'], notApplicable: ['6'] };

/** Scales of the airport survey of 2017. */
export const AIRPORT_SCALES: readonly TableScale[] = [
  ...AIRPORT_SERVICES.map((name) => ({ ...scale('satisfaction', `q7_${name}`, 1, 5, name), ...CODES })),
  { ...scale('csat', 'q7_all', 1, 5), ...CODES },
  { ...scale('nps', 'netpro', 0, 10), skipped: ['', '11'] },
];
