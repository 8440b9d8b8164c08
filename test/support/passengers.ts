import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** One row of the airport survey of 2017, read without any code of the product. */
export type Passenger = Readonly<Record<string, string>>;

/** The file that the demo imports, read by the tests as a second opinion. */
export const SURVEY_FILE = join(resolve(import.meta.dirname, '../..'), 'demo/data/sfo_2017.csv');

/** All 2,831 rows; the file has no quoted cells. */
export function readPassengers(): Passenger[] {
  const [header, ...lines] = readFileSync(SURVEY_FILE, 'utf8').trim().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
  });
}

/** Every 70th passenger: 40 in all, some with blanks, with services never used, and one with hardly an answer. */
export function fortyPassengers(): Passenger[] {
  return readPassengers().filter((_, index) => index % 70 === 35);
}
