import type { DurationColumn, MappedColumn, Mapping, TimeColumn } from '../../shared/mapping/mapping.ts';
import { weightUnits } from '../../shared/summary/weight-units.ts';
import type { ByteRow } from './byte-row.ts';
import { CellMemo } from './cell-memo.ts';
import type { ColumnPlan } from './column-plan.ts';
import { CODE_ABSENT, DURATION_ABSENT, TIME_ABSENT } from './columns.ts';
import type { ColumnsBuilder } from './columns-builder.ts';
import { noCodes } from './head-columns.ts';
import type { BadCell, HeadReader, RowFault } from './head-reader.ts';
import { mappedTime, periodOrder } from './mapped-time.ts';
import type { RejectionCode } from './rejections.ts';

/** A mapping laid over the header of one table. */
export interface MappedTable {
  readonly mapping: Mapping;
  readonly header: readonly string[];
  readonly builder: ColumnsBuilder;
}

/** A column of the table, with what its cells mean. */
interface Reads<T> {
  readonly index: number;
  readonly name: string;
  readonly memo: CellMemo<T>;
}

/** Reads what a row of a foreign table says of its record, as a mapping has it. */
export class MappedHead implements HeadReader {
  readonly codes = noCodes();
  readonly bad: BadCell[] = [];
  readonly revision = 1;
  readonly hasId: boolean;
  readonly plan: ColumnPlan;
  /** Columns of the id, several where one alone does not tell records apart. */
  readonly #ids: readonly number[];
  readonly #builder: ColumnsBuilder;
  readonly #time: Reads<number | undefined> | undefined;
  readonly #period: Reads<number> | undefined;
  readonly #duration: Reads<number | undefined> | undefined;
  readonly #weight: Reads<number> | undefined;
  readonly #audience: Reads<number> | undefined;
  readonly #version: Reads<number> | undefined;

  constructor({ mapping, header, builder }: MappedTable, plan: ColumnPlan) {
    this.plan = plan;
    this.#builder = builder;
    const { columns, table = {} } = mapping;
    const reads = <T>(
      column: MappedColumn | undefined,
      understand: (text: string) => T,
    ): Reads<T> | undefined => {
      const index = column ? header.indexOf(column.column) : -1;
      return column && index >= 0
        ? { index, name: column.column, memo: new CellMemo(understand) }
        : undefined;
    };
    const withRole = (role: MappedColumn['role']) => columns.find((column) => column.role === role);
    const time = columns.find((column): column is TimeColumn => column.role === 'time');
    const duration = columns.find((column): column is DurationColumn => column.role === 'duration');
    const comma = table.decimal === ',';
    this.#ids = columns
      .filter(({ role, partOfId }) => role === 'id' || partOfId === true)
      .map(({ column }) => header.indexOf(column))
      .filter((index) => index >= 0);
    this.hasId = this.#ids.length > 0;
    this.codes.survey = builder.heads.survey.codeOf(mapping.survey);
    if (time?.form === 'label')
      this.#period = reads(time, (text) => builder.heads.periodOf(text, periodOrder(text)));
    else if (time) {
      const { form } = time;
      this.#time = reads(time, (text) => mappedTime(text.trim(), form));
    }
    this.#duration = reads(duration, (text) =>
      toDuration(comma ? text.replace(',', '.') : text, duration?.unit),
    );
    this.#weight = reads(withRole('weight'), (text) => weightUnits(comma ? text.replace(',', '.') : text));
    this.#audience = reads(withRole('audience'), (text) => builder.heads.audience.codeOf(text));
    this.#version = reads(withRole('version'), (text) => builder.heads.surveyVersion.codeOf(text));
  }

  read(row: ByteRow): RowFault | undefined {
    if (this.bad.length > 0) this.bad.length = 0;
    if (this.hasId) {
      const fault = this.#takeId(row);
      if (fault) return fault;
    }
    const { codes } = this;
    codes.shownAt = this.#checked(row, this.#time, 'bad-time') ?? TIME_ABSENT;
    codes.durationMs = this.#checked(row, this.#duration, 'bad-duration') ?? DURATION_ABSENT;
    codes.period = given(row, this.#period) ?? CODE_ABSENT;
    codes.weight = this.#weight && (given(row, this.#weight) ?? 0);
    codes.audience = given(row, this.#audience) ?? CODE_ABSENT;
    codes.surveyVersion = given(row, this.#version) ?? CODE_ABSENT;
    return undefined;
  }

  /** Records of two surveys may have one id, so the survey is part of it. */
  #takeId(row: ByteRow): RowFault | undefined {
    const parts = this.#ids.map((index) => row.text(index));
    if (parts.some((part) => part === '')) return { code: 'no-id', value: parts.join(' ') };
    const id = parts.join('\u001F');
    const survey = this.#builder.heads.survey.valueOf(this.codes.survey);
    return this.#builder.ids.takeText(`${survey}\u001F${id}`) ? undefined : { code: 'bad-id', value: id };
  }

  #checked(
    row: ByteRow,
    column: Reads<number | undefined> | undefined,
    code: RejectionCode,
  ): number | undefined {
    if (!column || row.isEmpty(column.index)) return undefined;
    const value = column.memo.read(row, column.index);
    if (value === undefined) this.bad.push({ column: column.name, value: row.text(column.index), code });
    return value;
  }
}

function given(row: ByteRow, column: Reads<number> | undefined): number | undefined {
  return column && !row.isEmpty(column.index) ? column.memo.read(row, column.index) : undefined;
}

function toDuration(text: string, unit: 's' | 'ms' = 's'): number | undefined {
  const number = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  return Number.isNaN(number) ? undefined : Math.round(unit === 's' ? number * 1000 : number);
}
