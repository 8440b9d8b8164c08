import type { Questionnaire } from '../../shared/questionnaire/questionnaire.ts';
import { ColumnsBuilder } from './columns-builder.ts';
import { OwnHead } from './own-head.ts';
import { Rejections } from './rejections.ts';
import { RowReader, type ReadState } from './row-reader.ts';

/**
 * What tables are read into: columns, what did not count, and what was known already.
 *
 * @example
 * const reader = new AnswerReader(questionnaires);
 * const rows = reader.own('a.csv', ['id', 'nps'], (text) => text);
 * rows.row(row);
 * reader.builder.build().rows // 1
 */
export class AnswerReader implements ReadState {
  readonly builder = new ColumnsBuilder();
  readonly rejections = new Rejections();
  readonly comments = new Set<string>();
  readonly unknown = new Set<string>();
  repeated = 0;
  readonly questionnaires: readonly Questionnaire[];

  constructor(questionnaires: readonly Questionnaire[]) {
    this.questionnaires = questionnaires;
  }

  /**
   * A reader for the rows of an export of ours.
   *
   * @param textOf what stands behind a guard against formulas
   */
  own(file: string, header: readonly string[], textOf: (text: string) => string): RowReader {
    const { builder, questionnaires } = this;
    const head = new OwnHead({ header, textOf, builder, questionnaires });
    return new RowReader(file, this, head, head);
  }
}
