import {
  MAPPING_FORMAT,
  MAPPING_VERSION,
  type Encoding,
  type MappedColumn,
  type Mapping,
  type TableForm,
} from '../../../shared/mapping/mapping.ts';
import { guessMeans } from './guess-means.ts';
import { guessPicks } from './guess-picks.ts';
import { guessRecordColumns } from './guess-record-columns.ts';
import { guessScales } from './guess-scales.ts';
import { proposals, type Proposal } from './proposal.ts';
import type { TableProfile } from './profile-table.ts';

/** What a table may mean, and what its owner should look at. */
export interface Guess {
  readonly mapping: Mapping;
  readonly proposals: readonly Proposal[];
}

/**
 * A mapping for a table that nothing explains: by the names of its columns, then by their values. It reads nothing
 * that is not plain: spaces and "4.0" are proposed, and left to the owner.
 *
 * @param survey name of the survey, such as the file's
 * @example guessMapping(profile, 'shop', 'utf-8').mapping.columns[0].role // 'id'
 */
export function guessMapping(table: TableProfile, survey: string, encoding: Encoding): Guess {
  const base = {
    format: MAPPING_FORMAT,
    version: MAPPING_VERSION,
    survey,
    table: formOf(table, encoding),
  } as const;
  const means = guessMeans(table);
  if (means) return { mapping: { ...base, columns: means }, proposals: [] };
  const columns = firstOfEachName(table);
  const record = guessRecordColumns(columns);
  const taken = new Set(record.map(({ column }) => column));
  const scales = guessScales(columns.filter(({ name }) => !taken.has(name)));
  for (const { column } of scales) taken.add(column);
  const picks = guessPicks(
    columns.filter(({ name }) => !taken.has(name)),
    scales,
  );
  for (const name of picks.flatMap((pick) => pick.columns)) taken.add(name);
  const found = new Map<string, MappedColumn>(
    [...record, ...scales].map((column) => [column.column, column]),
  );
  const inOrder = columns.flatMap(({ name }): MappedColumn[] => {
    const column = found.get(name);
    if (column) return [column];
    return picks.some((pick) => pick.columns.includes(name)) ? [] : [{ column: name, role: 'ignore' }];
  });
  const mapping: Mapping = {
    ...base,
    columns: inOrder,
    ...(picks.length > 0 && { picks }),
    ...(inOrder.some(({ role }) => role === 'weight') && { weighted: true }),
    ...(inOrder.some((column) => column.role === 'nps' && 'scale' in column && column.scale.min === 1) && {
      npsOneToTen: false,
    }),
  };
  return { mapping, proposals: proposals(columns, mapping) };
}

function formOf({ delimiter, columns }: TableProfile, encoding: Encoding): TableForm {
  const commas = columns.reduce((sum, column) => sum + column.commas, 0);
  const fractions = columns.reduce((sum, column) => sum + column.fractions + column.wholeDecimals, 0);
  return {
    encoding,
    delimiter,
    decimal: commas > fractions / 2 ? ',' : '.',
    trimSpaces: false,
    wholeDecimals: false,
  };
}

function firstOfEachName({ columns }: TableProfile) {
  return columns.filter(
    ({ name }, at) => name !== '' && columns.findIndex((other) => other.name === name) === at,
  );
}
