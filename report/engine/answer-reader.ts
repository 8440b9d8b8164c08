import type { Mapping } from '../../shared/mapping/mapping.ts';
import type { Questionnaire } from '../../shared/questionnaire/questionnaire.ts';
import type { ByteRow } from './byte-row.ts';
import { CommentTexts } from './comment-texts.ts';
import { ColumnsBuilder } from './columns-builder.ts';
import { MappedHead } from './mapped-head.ts';
import { planMapped } from './mapped-plan.ts';
import { MeansReader, isMeansMapping } from './means-reader.ts';
import { OrdinaryRow } from './ordinary-row.ts';
import { OwnHead } from './own-head.ts';
import { Rejections } from './rejections.ts';
import { Revisions } from './revisions.ts';
import { RowReader, type ReadState } from './row-reader.ts';
import { UnplacedWords } from './unplaced-words.ts';

/** Takes the rows of one table. */
export interface RowTaker {
  row(row: ByteRow): void;
}

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
  readonly commentTexts = new CommentTexts();
  readonly unknown = new Set<string>();
  repeated = 0;
  readonly unplaced = new UnplacedWords();
  readonly revisions = new Revisions();
  readonly questionnaires: readonly Questionnaire[];
  readonly #means: MeansReader[] = [];

  constructor(questionnaires: readonly Questionnaire[]) {
    this.questionnaires = questionnaires;
  }

  /** The last table of means; undefined when there was none. */
  get means(): MeansReader['table'] | undefined {
    return this.#means.at(-1)?.table;
  }

  /**
   * A reader for the rows of an export of ours.
   *
   * @param textOf what stands behind a guard against formulas
   */
  own(file: string, header: readonly string[], textOf: (text: string) => string): RowReader {
    const { builder, questionnaires } = this;
    const head = new OwnHead({ header, textOf, builder, questionnaires });
    return new RowReader(file, this, head, head, new OrdinaryRow(head, this, header.length));
  }

  /** A reader for the rows of another table, by a mapping that fits it. */
  mapped(file: string, header: readonly string[], mapping: Mapping): RowTaker {
    if (isMeansMapping(mapping)) {
      const means = new MeansReader(file, mapping, header, this.rejections);
      this.#means.push(means);
      return means;
    }
    const table = { mapping, header, builder: this.builder };
    const head = new MappedHead(table, planMapped(table));
    return new RowReader(file, this, head, { skipped: -1, notApplicable: -1 });
  }
}
