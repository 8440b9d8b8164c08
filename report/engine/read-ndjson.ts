import type { AnswerRecord } from '../../shared/answers/answer-record.ts';
import { recordToRow } from '../../shared/answers/answer-table.ts';
import { isAnswer, parseAnswerRecord } from '../../shared/answers/parse-answer-record.ts';
import type { Parsed } from '../../shared/parsed.ts';
import type { AnswerReader } from './answer-reader.ts';
import { BatchJson } from './batch-json.ts';
import { BatchRows } from './batch-rows.ts';
import { JsonRow } from './json-row.ts';
import { OrdinaryJson } from './ordinary-json.ts';
import { parseJson } from './parse-json.ts';
import { RowBatch } from './row-batch.ts';
import type { RowReader } from './row-reader.ts';
import { LineScanner } from './scan-ndjson.ts';
import { TextRow } from './text-row.ts';

const WORDS = { skipped: 'skippedList', notApplicable: 'notApplicableLists' } as const;

/** Reads one NDJSON file of ours into an {@link AnswerReader}, from chunks of UTF-8. */
export class NdjsonReader {
  rows = 0;
  readonly #scanner: LineScanner;
  readonly #reader: AnswerReader;
  readonly #file: string;
  readonly #header: string[] = [];
  readonly #declared = new Set<string>();
  readonly #cells = new TextRow();
  readonly #rows = new JsonRow();
  #rowReader: RowReader | undefined;
  #ordinary: OrdinaryJson | undefined;
  /** Absent where the browser cannot read many lines at once. */
  #many: BatchJson | undefined;

  constructor(file: string, reader: AnswerReader) {
    this.#reader = reader;
    this.#file = file;
    this.#scanner = new LineScanner({
      begin: () => this.#many?.begin(),
      lines: (bytes, at, limit) => {
        const next = this.#many?.read(bytes, at, limit) ?? -1;
        if (next <= at) return { next: at, count: 0 };
        const count = this.#many?.lines ?? 0;
        this.rows += count;
        return { next, count };
      },
      bytes: (bytes, start, end, line) => {
        if (this.#ordinary?.read(bytes, start, end) === true) {
          this.rows++;
          return true;
        }
        const row = this.#rowReader && this.#rows.read(bytes, start, end, line);
        if (!row) return false;
        this.rows++;
        this.#rowReader?.row(row);
        this.#ordinary?.learn(bytes, start, end);
        return true;
      },
      line: (text, line) => this.#line(text, line),
      fault: ({ line, code }) => {
        this.rows++;
        reader.rejections.add({ file, line, code });
      },
    });
  }

  push(chunk: Uint8Array): void {
    this.#scanner.push(chunk);
  }

  end(): void {
    this.#scanner.end();
    this.#many?.end();
  }

  #line(text: string, line: number): void {
    this.rows++;
    const file = this.#file;
    const input = parseJson(text);
    if (input === undefined) {
      this.#reader.rejections.add({ file, line, code: 'not-json', value: text });
      return;
    }
    const { parsed, odd } = withoutOddAnswers(input);
    if (!parsed.ok) {
      const [{ path, message }] = parsed.issues;
      this.#reader.rejections.add({ file, line, code: 'not-a-record', value: `${path}: ${message}` });
      return;
    }
    const row = new Map([...recordToRow(parsed.value), ...odd]);
    const known = this.#header.length;
    for (const column of row.keys()) this.#declare(column);
    this.#rows.learn(this.#header, known);
    if (!this.#rowReader) {
      this.#rowReader = this.#reader.own(file, this.#header, (cell) => cell);
      const { ordinary } = this.#rowReader;
      const batch = RowBatch.of(this.#header.length);
      this.#ordinary = ordinary && new OrdinaryJson(ordinary, this.#header);
      this.#many =
        batch &&
        ordinary &&
        this.#ordinary &&
        new BatchJson(new BatchRows(batch, ordinary, WORDS), this.#ordinary);
    }
    this.#rowReader.row(
      this.#cells.write(
        line,
        this.#header.map((column) => row.get(column) ?? ''),
      ),
    );
  }

  #declare(column: string): void {
    if (this.#declared.has(column)) return;
    this.#declared.add(column);
    this.#header.push(column);
    // Its plan is made for a header: the longer one calls for another.
    this.#many?.end();
    this.#rowReader = this.#ordinary = this.#many = undefined;
  }
}

/** An answer in no form that there is would refuse the record; it only refuses itself, or the cell of a battery. */
function withoutOddAnswers(input: unknown): { parsed: Parsed<AnswerRecord>; odd: [string, string][] } {
  if (!isObject(input)) return { parsed: parseAnswerRecord(input), odd: [] };
  const record = Object.fromEntries(Object.entries(input).filter(([name]) => name !== 'receivedAt'));
  const parsed = parseAnswerRecord(record);
  if (parsed.ok || !isObject(record.answers)) return { parsed, odd: [] };
  const { answers, odd } = sorted(record.answers);
  return { parsed: parseAnswerRecord({ ...record, answers }), odd };
}

/** Answers that are some, and the others by column. */
function sorted(input: Record<string, unknown>): {
  answers: Record<string, unknown>;
  odd: [string, string][];
} {
  const odd: [string, string][] = [];
  const answers = Object.entries(input).flatMap(([name, value]): [string, unknown][] => {
    if (isAnswer(value)) return [[name, value]];
    const cells: [string, string][] = [];
    const rest = isObject(value) ? scores(value, `${name}.`, cells) : undefined;
    if (isAnswer(rest)) {
      odd.push(...cells);
      return [[name, rest]];
    }
    odd.push([name, readable(value)]);
    return [];
  });
  return { answers: Object.fromEntries(answers), odd };
}

/** A battery's scores; whatever else stands below an aspect, or in place of one, goes to `odd`. */
function scores(
  battery: Record<string, unknown>,
  path: string,
  odd: [string, string][],
): Record<string, unknown> {
  const aspects = Object.entries(battery).flatMap(([aspect, value]): [string, unknown][] => {
    if (!isObject(value)) {
      odd.push([path + aspect, readable(value)]);
      return [];
    }
    const cells = Object.entries(value).filter(([attribute, score]) => {
      const good = Number.isInteger(score);
      if (!good) odd.push([`${path}${aspect}.${attribute}`, readable(score)]);
      return good;
    });
    return [[aspect, Object.fromEntries(cells)]];
  });
  return Object.fromEntries(aspects);
}

function readable(value: unknown): string {
  if (typeof value === 'string') return value || '""';
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) return '…'; // nested too deep to be written
    throw error;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
