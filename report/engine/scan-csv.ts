import { DELIMITERS, type Delimiter } from '../../shared/mapping/mapping.ts';
import { ByteRow } from './byte-row.ts';
import { ROW_BYTES_MAX, type ScanFault } from './scan-fault.ts';

/** Who is told what the scanner finds. */
export interface CsvReceiver {
  /** The first row: its names as they stand. Return false to stop: this is no table that you read. */
  header(row: ByteRow): boolean;
  /** A data row as wide as the header. The view is only good until this returns. */
  row(row: ByteRow): void;
  /** A row that was left out. */
  fault(fault: ScanFault): void;
}

const LF = 10;
const CR = 13;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;

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
 * the rest of the file. LF, CRLF and CR all end a row, also mixed; empty lines are passed over; the delimiter
 * (comma, semicolon, tab or bar) is the one that the header has most of, and a header that begins with an apostrophe
 * is quoted by apostrophes.
 *
 * @example
 * const scanner = new CsvScanner(receiver);
 * for (const chunk of chunks) scanner.push(chunk);
 * scanner.end();
 */
export class CsvScanner {
  readonly #receiver: CsvReceiver;
  readonly #row = new ByteRow();
  #bytes = new Uint8Array(0);
  #rowStart = 0;
  #at = 0;
  #state = FIELD_START;
  #fieldStart = 0;
  #escaped = false;
  #line = 1;
  #rows = 0;
  #afterCr = false;
  #delimiter = 0;
  #quote = DOUBLE_QUOTE;
  readonly #asked: number | undefined;
  #width = -1;
  #nextNul = -1;
  #stopped = false;

  /** @param delimiter asked for by the owner; absent, or nowhere in the header: found there */
  constructor(receiver: CsvReceiver, delimiter?: Delimiter) {
    this.#receiver = receiver;
    this.#asked = delimiter?.charCodeAt(0);
  }

  /** The mark between cells: the one asked for, or the one that was found. */
  get delimiter(): Delimiter {
    return DELIMITERS.find((mark) => mark.charCodeAt(0) === this.#delimiter) ?? ',';
  }

  /** Takes the next bytes. */
  push(chunk: Uint8Array): void {
    if (this.#stopped || chunk.length === 0) return;
    this.#append(chunk);
    if (this.#delimiter === 0 && !this.#findDelimiter(false)) return;
    this.#scan();
    if (this.#at - this.#rowStart > ROW_BYTES_MAX) {
      this.#bad(this.#state === QUOTED ? 'open-quote' : 'row-too-long');
      this.#scan();
    }
  }

  /** Says that there is no more: the last row may lack its line end, and an open quote is now a fault. */
  end(): void {
    if (this.#stopped) return;
    if (this.#delimiter === 0) this.#findDelimiter(true);
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

  #append(chunk: Uint8Array): void {
    const kept = this.#bytes.length - this.#rowStart;
    const joined = kept === 0 ? chunk.slice() : new Uint8Array(kept + chunk.length);
    if (kept > 0) {
      joined.set(this.#bytes.subarray(this.#rowStart));
      joined.set(chunk, kept);
    }
    this.#row.shift(this.#rowStart);
    this.#fieldStart -= this.#rowStart;
    this.#at -= this.#rowStart;
    this.#rowStart = 0;
    this.#bytes = joined;
    this.#nextNul = joined.indexOf(0);
  }

  #findDelimiter(final: boolean): boolean {
    const bytes = this.#bytes;
    if (bytes.length < 3 && !final) return false;
    const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    this.#quote = isQuotedBySingle(bytes, start) ? SINGLE_QUOTE : DOUBLE_QUOTE;
    const quote = this.#quote;
    const counts = new Map(DELIMITERS.map((mark) => [mark.charCodeAt(0), 0]));
    let quoted = false;
    let at = start;
    for (; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === quote) quoted = !quoted;
      else if (!quoted && (byte === LF || byte === CR)) break;
      else if (!quoted && counts.has(byte)) counts.set(byte, (counts.get(byte) ?? 0) + 1);
    }
    if (at === bytes.length && !final && at < ROW_BYTES_MAX) return false;
    const [[found]] = [...counts].sort((a, b) => b[1] - a[1]);
    this.#delimiter = this.#asked !== undefined && counts.get(this.#asked) !== 0 ? this.#asked : found;
    this.#rowStart = this.#at = this.#fieldStart = start;
    return true;
  }

  /**
   * Delivers whole rows without a fault in one go. It stops before a row that is cut by the end of the bytes, or that
   * breaks a rule: these are left to the state machine below.
   */
  #wholeRows(): void {
    const bytes = this.#bytes;
    const length = bytes.length;
    const delimiter = this.#delimiter;
    const quote = this.#quote;
    const row = this.#row;
    while (!this.#stopped) {
      let at = this.#rowStart;
      let byte: number;
      let count = 0;
      let anyQuoted = false;
      let { starts, ends, escaped } = row;
      for (;;) {
        if (at === length) return;
        let from = at;
        let to: number;
        let doubled = 0;
        byte = bytes[at];
        if (byte === quote) {
          from = ++at;
          for (;;) {
            to = bytes.indexOf(quote, at);
            at = to + 1;
            if (to < 0 || at === length) return;
            if (bytes[at] !== quote) break;
            doubled = 1;
            at++;
          }
          byte = bytes[at];
          anyQuoted = true;
        } else {
          while (byte !== delimiter && byte !== LF && byte !== CR && byte !== quote) {
            if (++at === length) return;
            byte = bytes[at];
          }
          to = at;
        }
        if (count === starts.length) {
          row.grow();
          ({ starts, ends, escaped } = row);
        }
        starts[count] = from;
        ends[count] = to;
        escaped[count++] = doubled;
        if (byte !== delimiter) break;
        at++;
      }
      const next = byte === CR && bytes[at + 1] === LF ? at + 2 : at + 1;
      // A fault, or a line end of which the second half is not there yet.
      if ((byte !== LF && byte !== CR) || (byte === CR && at + 1 === length)) return;
      row.count = count;
      row.anyQuoted = anyQuoted;
      const lines = this.#endRow(at);
      this.#line += lines;
      this.#rowStart = this.#fieldStart = this.#at = next;
    }
  }

  #scan(): void {
    while (this.#at < this.#bytes.length && !this.#stopped) {
      if (this.#state === FIELD_START && this.#at === this.#rowStart && !this.#afterCr) {
        this.#wholeRows();
        this.#row.clear();
      }
      this.#step();
    }
  }

  /** Goes on to the end of the row, or of the bytes. */
  #step(): void {
    const bytes = this.#bytes;
    const length = bytes.length;
    const delimiter = this.#delimiter;
    const quote = this.#quote;
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
          else this.#close(end, at);
          break;
        }
        case QUOTED: {
          const closing = bytes.indexOf(quote, this.#at);
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
          } else if (byte === delimiter || byte === LF || byte === CR) this.#close(byte, this.#at);
          else this.#bad('stray-quote');
          break;
        default:
          if (byte === LF || byte === CR) this.#nextRow(byte, 1);
          else this.#at++;
      }
    }
  }

  #close(byte: number, end: number): void {
    this.#field(end);
    if (byte === this.#delimiter) {
      this.#at = this.#fieldStart = end + 1;
      this.#state = FIELD_START;
    } else {
      const lines = this.#endRow(end);
      this.#nextRow(byte, lines);
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
    row.quote = this.#quote;
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
    if (this.#nextNul >= 0 && this.#nextNul < this.#rowStart)
      this.#nextNul = this.#bytes.indexOf(0, this.#rowStart);
    return this.#nextNul >= 0 && this.#nextNul < end;
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

function lineEnds(bytes: Uint8Array, start: number, end: number): number {
  let lines = 0;
  for (let at = start; at < end; at++) {
    if (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) lines++;
  }
  return lines;
}

/** Whether the first cell is written `'name'`, and not a word that an apostrophe guards. */
function isQuotedBySingle(bytes: Uint8Array, start: number): boolean {
  if (bytes[start] !== SINGLE_QUOTE) return false;
  const closing = bytes.indexOf(SINGLE_QUOTE, start + 1);
  const marks = [LF, CR, ...DELIMITERS.map((mark) => mark.charCodeAt(0))];
  return closing > 0 && marks.includes(bytes[closing + 1]);
}
