import { CONTEXT_PREFIX } from '../../shared/answers/answer-table.ts';
import { guardFormula } from '../../shared/answers/write-csv.ts';
import type { Questionnaire } from '../../shared/questionnaire/questionnaire.ts';
import type { ScoreRules } from '../../shared/summary/score-rules.ts';
import type { ScaleDefinition } from '../../shared/summary/summary.ts';
import { askedQuestionnaire } from '../engine/asked-questionnaire.ts';
import { AUDIENCE_FIELD } from '../engine/column-plan.ts';
import { columnRole } from '../engine/column-role.ts';
import { ownCellTexts } from './cell-texts.ts';
import { RECORD_PARTS, type SqlPlan, type SqlScale, type SurveyVersion } from './sql-plan.ts';

/** What is known of an export of ours. */
export interface OwnTableHead {
  /** Names of the columns, each once. */
  readonly header: readonly string[];
  /** Surveys and versions of its records. */
  readonly known: readonly SurveyVersion[];
  readonly questionnaires: readonly Questionnaire[];
  readonly rules: Required<ScoreRules>;
}

/**
 * The plan of the statements that read an export of ours.
 *
 * @returns the key of a column that two surveys ask on two scales, in place of a plan
 */
export function ownSqlPlan({ header, known, questionnaires, rules }: OwnTableHead): SqlPlan | string {
  const found = new Map<string, { definition: ScaleDefinition; only: SurveyVersion[] }>();
  const written = known.map(guarded);
  for (const [at, one] of written.entries()) {
    const questionnaire = askedQuestionnaire(questionnaires, known[at].survey, known[at].version);
    for (const column of header) {
      const role = columnRole(column, questionnaire);
      if (role.kind !== 'scale') continue;
      const other = found.get(column);
      if (other && !isSame(other.definition, role.definition)) return column;
      if (other) other.only.push(one);
      else found.set(column, { definition: role.definition, only: [one] });
    }
  }
  const has = (column: string) => (header.includes(column) ? column : undefined);
  const columns = Object.fromEntries(RECORD_PARTS.map((part) => [part, has(part)]));
  return {
    ...{ own: true, header, survey: '', trims: false, decimalComma: false, time: 'own', ids: ['id'], rules },
    columns: {
      ...(columns as SqlPlan['columns']), // one entry a part
      weight: undefined,
      audience: has(CONTEXT_PREFIX + AUDIENCE_FIELD),
    },
    fields: header
      .filter((column) => column.startsWith(CONTEXT_PREFIX))
      .map((column) => ({ name: column.slice(CONTEXT_PREFIX.length), column }))
      .filter(({ name }) => name !== AUDIENCE_FIELD),
    scales: [...found].map(([column, { definition, only }]) =>
      scaleOf(column, definition, only.length < known.length ? only : undefined),
    ),
    known: written,
    weighted: false,
  };
}

function scaleOf(column: string, definition: ScaleDefinition, only?: readonly SurveyVersion[]): SqlScale {
  const { key, question, attribute } = definition;
  return {
    ...{ definition, columns: [column], cells: ownCellTexts(definition) },
    skipped: question === key ? [key] : [key, question],
    notApplicable: attribute === undefined ? [] : [`${question}.${attribute}`],
    ...(only && { only }),
  };
}

/** As a table writes it. */
function guarded({ survey, version }: SurveyVersion): SurveyVersion {
  return { survey: guardFormula(survey), version: guardFormula(version) };
}

function isSame(a: ScaleDefinition, b: ScaleDefinition): boolean {
  return a.role === b.role && a.min === b.min && a.max === b.max;
}
