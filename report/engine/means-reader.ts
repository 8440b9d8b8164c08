import type { MappedColumn, Mapping, MeanColumn, TableForm } from '../../shared/mapping/mapping.ts';
import type { AttributeMeans, MeansTable } from '../../shared/metrics/matrix-of-means.ts';
import type { Scale } from '../../shared/questionnaire/scale.ts';
import type { ByteRow } from './byte-row.ts';
import type { Rejections } from './rejections.ts';

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** A column of the table; undefined where there is none. */
interface Place {
  readonly index: number;
  readonly name: string;
}

/** Reads a table that has one row an attribute and its means, and no answers. */
export class MeansReader {
  readonly #file: string;
  readonly #survey: string;
  readonly #rejections: Rejections;
  readonly #means: AttributeMeans[] = [];
  readonly #scales: MeansTable['scales'];
  readonly #places: { attribute: Place; importance: Place; satisfaction: Place; answers: Place | undefined };
  readonly #decimal: TableForm['decimal'];

  constructor(file: string, mapping: Mapping, header: readonly string[], rejections: Rejections) {
    this.#file = file;
    this.#survey = mapping.survey;
    this.#rejections = rejections;
    this.#decimal = mapping.table?.decimal;
    const column = (role: MappedColumn['role']) =>
      mapping.columns.find((candidate) => candidate.role === role);
    const place = (role: MappedColumn['role']): Place => {
      const name = column(role)?.column ?? '';
      return { index: header.indexOf(name), name };
    };
    const scale = (role: MeanColumn['role']): Scale => (column(role) as MeanColumn).scale; // isMeansMapping
    this.#scales = { importance: scale('mean-importance'), satisfaction: scale('mean-satisfaction') };
    this.#places = {
      attribute: place('attribute'),
      importance: place('mean-importance'),
      satisfaction: place('mean-satisfaction'),
      answers: column('answers') && place('answers'),
    };
  }

  /** The means so far, and the survey's name. */
  get table(): MeansTable & { readonly survey: string } {
    return { survey: this.#survey, means: this.#means, scales: this.#scales };
  }

  row(row: ByteRow): void {
    const { attribute, importance, satisfaction, answers } = this.#places;
    const name = row.text(attribute.index).trim();
    const known = this.#means.some((other) => other.attribute === name);
    if (name === '' || known) {
      this.#reject(row, attribute, known ? 'conflict' : 'no-id');
      return;
    }
    const y = this.#mean(row, importance, this.#scales.importance);
    const x = this.#mean(row, satisfaction, this.#scales.satisfaction);
    const n = answers && answers.index >= 0 ? (row.whole(answers.index) ?? 0) : 0;
    if (y !== undefined && x !== undefined)
      this.#means.push({ attribute: name, importance: y, satisfaction: x, n: Math.max(0, n) });
  }

  #mean(row: ByteRow, place: Place, { min, max }: Scale): number | undefined {
    const text = row.text(place.index).trim();
    const plain = this.#decimal === ',' ? text.replace(',', '.') : text;
    const value = DECIMAL.test(plain) ? Number(plain) : NaN;
    if (value >= min && value <= max) return value;
    this.#reject(row, place, 'bad-mean', min, max);
    return undefined;
  }

  #reject(
    row: ByteRow,
    { index, name }: Place,
    code: 'conflict' | 'no-id' | 'bad-mean',
    low?: number,
    high?: number,
  ): void {
    const value = row.text(index);
    this.#rejections.add({
      ...{ file: this.#file, line: row.line, code, value },
      ...(low !== undefined && high !== undefined && { column: name, low, high }),
    });
  }
}

/**
 * Whether a mapping is of a table of means.
 *
 * @example isMeansMapping(mapping) // false, for a table of answers
 */
export function isMeansMapping({ columns }: Mapping): boolean {
  return (['attribute', 'mean-importance', 'mean-satisfaction'] as const).every((wanted) =>
    columns.some(({ role }) => role === wanted),
  );
}
