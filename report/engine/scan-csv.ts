import { DELIMITERS, type Delimiter } from '../../shared/mapping/mapping.ts';
import { ByteRow } from './byte-row.ts';
import { findMarks, type CsvMarks } from './csv-marks.ts';
import type { CsvReceiver } from './csv-receiver.ts';
import { ROW_BYTES_MAX, type ScanFault } from './scan-fault.ts';
import { lineEnds, wholeRow } from './whole-row.ts';

const LF = 10;
const CR = 13;

const FIELD_START = 0;
const PLAIN = 1;
const QUOTED = 2;
const CLOSED = 3;
/** Passing over the rest of a bad line. */
const SKIPPING = 4;

/**
 * Scans a table in UTF-8 as RFC 4180 has it, from chunks of bytes cut anywhere.
 *
 * Strict on width and quotes: a row that breaks the rules is a fault with its line, never repaired. After a fault
 * scanning goes on at the line after the one on which the bad row began, so one open quote costs one row and not
 * the rest of the file. LF, CRLF and CR all end a row, also mixed; empty lines are passed over; delimiter and quote are
 * found in the header.
 *
 * @example
 * const scanner = new CsvScanner(receiver);
 * for (const chunk of chunks) scanner.push(chunk);
 * scanner.end();
 */
export class CsvScanner {
  readonly #receiver: CsvReceiver;
  readonly #row = new ByteRow();
  /** As long as it had to be so far; what counts of it ends at `#end`. */
  #bytes = new Uint8Array(0);
  #end = 0;
  #rowStart = 0;
  #at = 0;
  #state = FIELD_START;
  #fieldStart = 0;
  #escaped = false;
  #line = 1;
  #rows = 0;
  #afterCr = false;
  #marks: CsvMarks | undefined;
  readonly #asked: Delimiter | undefined;
  #width = -1;
  #stopped = false;

  /** @param delimiter asked for by the owner; absent, or nowhere in the header: found there */
  constructor(receiver: CsvReceiver, delimiter?: Delimiter) {
    this.#receiver = receiver;
    this.#asked = delimiter;
  }

  /** The mark between cells: the one asked for, or the one that was found. */
  get delimiter(): Delimiter {
    return DELIMITERS.find((mark) => mark.charCodeAt(0) === this.#marks?.delimiter) ?? ',';
  }

  /** Takes the next bytes. */
  push(chunk: Uint8Array): void {
    if (this.#stopped || chunk.length === 0) return;
    this.#append(chunk);
    if (!this.#marks && !this.#findMarks(false)) return;
    this.#scan();
    if (this.#at - this.#rowStart > ROW_BYTES_MAX) {
      this.#bad(this.#state === QUOTED ? 'open-quote' : 'row-too-long');
      this.#scan();
    }
  }

  /** Says that there is no more: the last row may lack its line end, and an open quote is now a fault. */
  end(): void {
    if (this.#stopped) return;
    if (!this.#marks) this.#findMarks(true);
    this.#scan();
    while (this.#state === QUOTED && !this.#stopped) {
      this.#bad('open-quote');
      this.#scan();
    }
    if (this.#state !== SKIPPING && this.#at > this.#rowStart && !this.#stopped) {
      this.#field(this.#at);
      this.#endRow(this.#at);
    }
  }

  /** Moves what is left of the bytes to the front, and the next ones behind it. */
  #append(chunk: Uint8Array): void {
    const kept = this.#end - this.#rowStart;
    const end = kept + chunk.length;
    if (end > this.#bytes.length) {
      const longer = new Uint8Array(2 * end);
      longer.set(this.#bytes.subarray(this.#rowStart, this.#end));
      this.#bytes = longer;
    } else this.#bytes.copyWithin(0, this.#rowStart, this.#end);
    this.#bytes.set(chunk, kept);
    this.#row.shift(this.#rowStart);
    this.#fieldStart -= this.#rowStart;
    this.#at -= this.#rowStart;
    this.#rowStart = 0;
    this.#end = end;
  }

  /** Bytes behind the end are those of chunks before. */
  #indexOf(byte: number, from: number): number {
    return this.#bytes.subarray(0, this.#end).indexOf(byte, from);
  }

  #findMarks(final: boolean): boolean {
    const bytes = this.#bytes.subarray(0, this.#end);
    if (bytes.length < 3 && !final) return false;
    const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    this.#marks = findMarks(bytes, start, this.#asked, final);
    if (!this.#marks) return false;
    this.#rowStart = this.#at = this.#fieldStart = start;
    return true;
  }

  /**
   * Delivers whole rows without a fault in one go. It stops before a row that is cut by the end of the bytes, or that
   * breaks a rule: these are left to the state machine below.
   */
  #wholeRows(marks: CsvMarks): void {
    const bytes = this.#bytes;
    const length = this.#end;
    const row = this.#row;
    const limit = bytes.lastIndexOf(LF, length - 1) + 1;
    this.#receiver.ordinary?.()?.begin?.();
    while (!this.#stopped) {
      const ordinary = this.#rowStart < limit ? this.#receiver.ordinary?.() : undefined;
      const after = ordinary ? ordinary.read(bytes, this.#rowStart, limit, marks) : -1;
      if (ordinary && after >= 0) {
        this.#line += ordinary.lines;
        this.#rowStart = this.#fieldStart = this.#at = after;
        continue;
      }
      const end = wholeRow(bytes, this.#rowStart, length, marks, row);
      if (end < 0) return;
      const next = bytes[end] === CR && bytes[end + 1] === LF ? end + 2 : end + 1;
      const lines = this.#endRow(end);
      this.#line += lines;
      this.#rowStart = this.#fieldStart = this.#at = next;
    }
  }

  #scan(): void {
    const marks = this.#marks;
    while (marks && this.#at < this.#end && !this.#stopped) {
      if (this.#state === FIELD_START && this.#at === this.#rowStart && !this.#afterCr) {
        this.#wholeRows(marks);
        this.#row.clear();
      }
      this.#step(marks);
    }
  }

  /** Goes on to the end of the row, or of the bytes. */
  #step({ delimiter, quote }: CsvMarks): void {
    const bytes = this.#bytes;
    const length = this.#end;
    const rows = this.#rows;
    while (this.#at < length && !this.#stopped && this.#rows === rows) {
      const byte = bytes[this.#at];
      if (this.#afterCr) {
        this.#afterCr = false;
        if (byte === LF) {
          this.#rowStart = this.#fieldStart = ++this.#at;
          return;
        }
      }
      switch (this.#state) {
        case FIELD_START:
          if (byte === quote) {
            this.#state = QUOTED;
            this.#at++;
            break;
          }
          this.#state = PLAIN;
          break;
        case PLAIN: {
          let at = this.#at;
          let end = bytes[at];
          while (end !== delimiter && end !== LF && end !== CR && end !== quote && ++at < length)
            end = bytes[at];
          this.#at = at;
          if (at === length) break;
          if (end === quote) this.#bad('stray-quote');
          else this.#close(end === delimiter, at);
          break;
        }
        case QUOTED: {
          const closing = this.#indexOf(quote, this.#at);
          if (closing < 0) this.#at = length;
          else {
            this.#at = closing + 1;
            this.#state = CLOSED;
          }
          break;
        }
        case CLOSED:
          if (byte === quote) {
            this.#escaped = true;
            this.#state = QUOTED;
            this.#at++;
          } else if (byte === delimiter || byte === LF || byte === CR)
            this.#close(byte === delimiter, this.#at);
          else this.#bad('stray-quote');
          break;
        default:
          if (byte === LF || byte === CR) this.#nextRow(byte, 1);
          else this.#at++;
      }
    }
  }

  #close(delimited: boolean, end: number): void {
    this.#field(end);
    if (delimited) {
      this.#at = this.#fieldStart = end + 1;
      this.#state = FIELD_START;
    } else {
      const lines = this.#endRow(end);
      this.#nextRow(this.#bytes[end], lines);
    }
  }

  #field(end: number): void {
    const quoted = this.#state === CLOSED;
    this.#row.add(this.#fieldStart + (quoted ? 1 : 0), end - (quoted ? 1 : 0), quoted, this.#escaped);
    this.#escaped = false;
  }

  #endRow(end: number): number {
    const row = this.#row;
    row.bytes = this.#bytes;
    row.line = this.#line;
    row.quote = this.#marks?.quote ?? row.quote;
    const lines = row.anyQuoted ? 1 + lineEnds(this.#bytes, this.#rowStart, end) : 1;
    if (end > this.#rowStart) this.#deliver(row, end);
    row.clear();
    return lines;
  }

  #deliver(row: ByteRow, end: number): void {
    if (this.#hasNul(end)) this.#receiver.fault({ line: this.#line, code: 'nul' });
    else if (this.#width < 0) {
      this.#width = row.count;
      this.#stopped = !this.#receiver.header(row);
    } else if (row.count !== this.#width) {
      this.#receiver.fault({ line: this.#line, code: 'ragged', found: row.count, expected: this.#width });
    } else this.#receiver.row(row);
  }

  #hasNul(end: number): boolean {
    return this.#bytes.subarray(this.#rowStart, end).includes(0);
  }

  #nextRow(lineEnd: number, lines: number): void {
    this.#line += lines;
    this.#afterCr = lineEnd === CR;
    this.#rowStart = this.#fieldStart = ++this.#at;
    this.#state = FIELD_START;
    this.#rows++;
  }

  #bad(code: ScanFault['code']): void {
    this.#receiver.fault({ line: this.#line, code });
    this.#row.clear();
    this.#escaped = false;
    this.#at = this.#rowStart;
    this.#state = SKIPPING;
  }
}
