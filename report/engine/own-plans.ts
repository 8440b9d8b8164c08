import type { Questionnaire } from '../../shared/questionnaire/questionnaire.ts';
import { askedQuestionnaire } from './asked-questionnaire.ts';
import { planColumns, type ColumnPlan } from './column-plan.ts';
import type { ColumnsBuilder } from './columns-builder.ts';

/** Tables with their header, and what is at hand to understand them. */
export interface OwnTable {
  readonly header: readonly string[];
  /** What stands behind a guard against formulas. */
  readonly textOf: (text: string) => string;
  readonly builder: ColumnsBuilder;
  readonly questionnaires: readonly Questionnaire[];
}

/** What the columns of an export of ours are, by survey and version of the row. */
export class OwnPlans {
  readonly #table: OwnTable;
  readonly #plans = new Map<number, ColumnPlan>();
  #last: ColumnPlan | undefined;
  #survey = -1;
  #version = -1;

  constructor(table: OwnTable) {
    this.#table = table;
  }

  /**
   * The plan that was asked for last.
   *
   * @throws RangeError when none was
   */
  get last(): ColumnPlan {
    if (!this.#last) throw new RangeError('plan: expected a row to be read first');
    return this.#last;
  }

  /** The plan of the rows of a survey and version, by their codes. */
  of(survey: number, version: number): ColumnPlan {
    // Rows that follow each other are mostly of one survey.
    if (this.#last && survey === this.#survey && version === this.#version) return this.#last;
    this.#survey = survey;
    this.#version = version;
    return (this.#last = this.#find(survey, version));
  }

  #find(survey: number, version: number): ColumnPlan {
    const key = survey * 65_536 + version;
    let plan = this.#plans.get(key);
    if (!plan) {
      const { header, builder, textOf, questionnaires } = this.#table;
      const { heads } = builder;
      const questionnaire = askedQuestionnaire(
        questionnaires,
        heads.survey.valueOf(survey),
        heads.surveyVersion.valueOf(version),
      );
      plan = planColumns(header, questionnaire, builder, textOf);
      this.#plans.set(key, plan);
    }
    return plan;
  }
}
