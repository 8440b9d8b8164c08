import { ROW_BYTES_MAX, type ScanFault } from './scan-fault.ts';

/** Who is told what the scanner finds. */
export interface LineReceiver {
  /** Other bytes follow. */
  begin(): void;
  /**
   * Lines from a place on, before anybody looks at them one by one.
   *
   * @param limit behind a line end
   * @returns where the first line begins that was not read, and how many were
   */
  lines(bytes: Uint8Array, at: number, limit: number): { readonly next: number; readonly count: number };
  /** One line, by its bytes without the line end, before anybody decodes it; true when that is enough. */
  bytes(bytes: Uint8Array, start: number, end: number, line: number): boolean;
  /** One line that is not blank, without its line end, whose bytes were not enough. */
  line(text: string, line: number): void;
  /** A line that was left out. */
  fault(fault: ScanFault): void;
}

const LF = 10;

/**
 * Splits UTF-8 into lines, from chunks of bytes cut anywhere; blank lines are passed over.
 *
 * @example
 * const lines = new LineScanner(receiver);
 * for (const chunk of chunks) lines.push(chunk);
 * lines.end();
 */
export class LineScanner {
  readonly #receiver: LineReceiver;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #rest: Uint8Array[] = [];
  #restBytes = 0;
  #line = 1;

  constructor(receiver: LineReceiver) {
    this.#receiver = receiver;
  }

  /** Takes the next bytes. */
  push(chunk: Uint8Array): void {
    const limit = chunk.lastIndexOf(LF) + 1;
    let start = 0;
    this.#receiver.begin();
    while (start < limit) {
      if (this.#restBytes === 0) {
        const { next, count } = this.#receiver.lines(chunk, start, limit);
        this.#line += count;
        start = next;
        if (start === limit) break;
      }
      const end = chunk.indexOf(LF, start);
      if (this.#restBytes === 0) this.#deliver(chunk, start, end);
      else {
        this.#keep(chunk.subarray(start, end));
        this.#deliverRest();
      }
      start = end + 1;
    }
    // Copied: the owner of the chunk may use its memory again.
    this.#keep(chunk.slice(start));
  }

  /** Says that there is no more: the last line may lack its end. */
  end(): void {
    if (this.#restBytes > 0) this.#deliverRest();
  }

  #keep(part: Uint8Array): void {
    this.#restBytes += part.length;
    if (this.#restBytes > ROW_BYTES_MAX) this.#rest = [];
    else if (part.length > 0) this.#rest.push(part);
  }

  #deliverRest(): void {
    const bytes = this.#restBytes;
    const parts = this.#rest;
    this.#rest = [];
    this.#restBytes = 0;
    if (bytes > ROW_BYTES_MAX) {
      this.#receiver.fault({ line: this.#line++, code: 'row-too-long' });
      return;
    }
    const joined = parts.length === 1 ? parts[0] : new Uint8Array(bytes);
    if (parts.length !== 1) {
      let at = 0;
      for (const part of parts) {
        joined.set(part, at);
        at += part.length;
      }
    }
    this.#deliver(joined, 0, bytes);
  }

  #deliver(bytes: Uint8Array, start: number, end: number): void {
    const line = this.#line++;
    if (end - start > ROW_BYTES_MAX) this.#receiver.fault({ line, code: 'row-too-long' });
    else if (!this.#receiver.bytes(bytes, start, end, line)) {
      const text = this.#decode(bytes.subarray(start, end));
      if (text === undefined) this.#receiver.fault({ line, code: 'encoding' });
      else if (text.trim() !== '') this.#receiver.line(text, line);
    }
  }

  #decode(bytes: Uint8Array): string | undefined {
    try {
      return this.#decoder.decode(bytes);
    } catch (error) {
      if (error instanceof TypeError) return undefined;
      throw error;
    }
  }
}
