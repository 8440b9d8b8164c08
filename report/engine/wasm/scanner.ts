import { SCANNER } from './scanner.wasm.ts';

/** What assembly/rows.ts exports. */
export interface Scanner {
  readonly memory: WebAssembly.Memory;
  begin(...places: number[]): void;
  mark(marks: number, zeros: number): void;
  renew(delimiter: number, quote: number): void;
  scan(at: number, limit: number, most: number): number;
  aim(revision: number, room: number): void;
  learn(from: number, to: number, required: number): void;
  scanLines(at: number, limit: number, most: number): number;
  digests(ids: number, count: number, constants: number, block: number, out: number): void;
  otherNumber(numbers: number, from: number, to: number, number: number): number;
  whole(wholes: number, from: number, to: number, value: number): number;
  translate(numbers: number, rows: number, codes: number, out: number): number;
  place(
    ids: number,
    count: number,
    hashes: number,
    slots: number,
    mask: number,
    rowBits: number,
    row: number,
  ): number;
  tally(
    first: number,
    isWide: number,
    second: number,
    places: number,
    rows: number,
    width: number,
    out: number,
    size: number,
  ): void;
  rows(): number;
  put(): number;
}

let compiled: WebAssembly.Module | 'refused' | undefined;
/** One whose table has been read: browsers give room for a few only. */
let spare: Scanner | undefined;

/** A scanner; undefined where WebAssembly or its vectors cannot, or may not, be used. */
export function takeScanner(): Scanner | undefined {
  const scanner = spare ?? newScanner();
  spare = undefined;
  return scanner;
}

/** As {@link takeScanner}, one that is not given back. */
export function newScanner(): Scanner | undefined {
  compiled ??= compile();
  return compiled === 'refused' ? undefined : instance(compiled);
}

/** The scanner is free for another table. */
export function giveBack(scanner: Scanner): void {
  spare = scanner;
}

function instance(module: WebAssembly.Module): Scanner | undefined {
  try {
    return new WebAssembly.Instance(module).exports as unknown as Scanner; // compiled of it
  } catch {
    return undefined; // RangeError: there is no room for another
  }
}

function compile(): WebAssembly.Module | 'refused' {
  try {
    return new WebAssembly.Module(Uint8Array.from(atob(SCANNER), (sign) => sign.charCodeAt(0)));
  } catch {
    return 'refused'; // by the browser, or by a policy: rows are read one by one then
  }
}
