import { closeSync, openSync, writeSync } from 'node:fs';

const PART_LENGTH = 1 << 20;

/** Writes lines to a file and counts the rows below the header. */
export function writeLines(file: string, lines: Iterable<string>): number {
  const out = openSync(file, 'w');
  let count = -1;
  let part = '';
  for (const line of lines) {
    count++;
    part += line;
    if (part.length < PART_LENGTH) continue;
    writeSync(out, part);
    part = '';
  }
  writeSync(out, part);
  closeSync(out);
  return count;
}
