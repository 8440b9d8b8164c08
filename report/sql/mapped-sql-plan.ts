import { DEFAULT_BATTERY, type Mapping, type Picks, type TimeColumn } from '../../shared/mapping/mapping.ts';
import type { ScoreRules } from '../../shared/summary/score-rules.ts';
import { isScale, mappedScale, TOUCHPOINT_FIELD } from '../engine/mapped-plan.ts';
import { cellTexts, writtenForms } from './cell-texts.ts';
import type { SqlPlan, SqlScale } from './sql-plan.ts';

/** The plan of the statements that read a table which a mapping explains; columns that it lacks are left out. */
export function mappedSqlPlan(
  header: readonly string[],
  mapping: Mapping,
  rules: Required<ScoreRules>,
): SqlPlan {
  const columns = mapping.columns.filter(({ column }) => header.includes(column));
  const form = mapping.table ?? {};
  const withRole = (role: string) => columns.find((column) => column.role === role)?.column;
  const time = columns.find((column): column is TimeColumn => column.role === 'time');
  const none = {
    ...{ schemaVersion: undefined, revision: undefined, survey: undefined, status: undefined },
    ...{ durationMs: undefined, sample: undefined, skipped: undefined, notApplicable: undefined },
  };
  return {
    ...{ own: false, header, survey: mapping.survey, trims: form.trimSpaces === true },
    decimalComma: form.decimal === ',',
    time: time?.form ?? 'iso',
    ids: columns
      .filter(({ role, partOfId }) => role === 'id' || partOfId === true)
      .map(({ column }) => column),
    columns: {
      ...none,
      surveyVersion: withRole('version'),
      shownAt: time?.column,
      audience: withRole('audience'),
      weight: withRole('weight'),
    },
    fields: columns.flatMap((column) => {
      if (column.role === 'segment') return [{ name: column.field ?? column.column, column: column.column }];
      return column.role === 'touchpoint' ? [{ name: TOUCHPOINT_FIELD, column: column.column }] : [];
    }),
    scales: [
      ...columns.filter(isScale).map((column): SqlScale => ({
        ...{ definition: mappedScale(column), columns: [column.column], cells: cellTexts(column, form) },
        ...{ skipped: [], notApplicable: [] },
      })),
      ...(mapping.picks ?? []).flatMap((picks) => pickScales(picks, header, mapping)),
    ],
    known: [],
    weighted: withRole('weight') !== undefined && rules.weigh === 'weight',
    rules,
  };
}

/** One column of 0 and 1 for each attribute; a code that nothing explains rejects all of them. */
function pickScales(picks: Picks, header: readonly string[], { table = {} }: Mapping): SqlScale[] {
  const { options, none = [], question = DEFAULT_BATTERY } = picks;
  const columns = picks.columns.filter((column) => header.includes(column));
  if (columns.length === 0) return [];
  const written = (codes: readonly string[]) => codes.flatMap((code) => writtenForms(code, table));
  const explained = written([...options.map(({ code }) => code), ...none]);
  return [...new Set(options.map(({ attribute }) => attribute))].map((attribute) => {
    const mine = written(options.filter((option) => option.attribute === attribute).map(({ code }) => code));
    const key = `${question}.pick.${attribute}`;
    return {
      definition: { key, role: 'pick', question, attribute, min: 0, max: 1 },
      columns,
      cells: new Map(mine.map((code) => [code, 1])),
      otherPicks: explained.filter((code) => !mine.includes(code)),
      ...{ skipped: [], notApplicable: [] },
    };
  });
}
