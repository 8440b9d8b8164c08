import type { TimeForm } from '../../shared/mapping/mapping.ts';

const CLOCK = String.raw`(?:[T ](\d\d?):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d\d?)\2(\d\d?)${CLOCK}\s*(Z|[+-]\d\d:?\d\d)?$`);
const YEAR_LAST = new RegExp(String.raw`^(\d\d?)([-/.])(\d\d?)\2(\d{4})${CLOCK}$`);

/**
 * Epoch milliseconds of a time as a table writes it; in UTC where it names no zone.
 *
 * @param form not `label`: periods are not times
 * @returns undefined when the text is none, or names a day that there is not
 * @example mappedTime('11/04/2018 20:09', 'day-first') // 1523477340000
 * @example mappedTime('2018-02-30', 'iso') // undefined
 */
export function mappedTime(text: string, form: Exclude<TimeForm, 'label'>): number | undefined {
  if (form === 'epoch-s' || form === 'epoch-ms') {
    const number = /^\d{1,13}(\.\d+)?$/.test(text) ? Number(text) : NaN;
    return Number.isNaN(number) ? undefined : Math.round(form === 'epoch-s' ? number * 1000 : number);
  }
  if (form === 'iso') {
    const [, year, , month, day, ...rest] = YEAR_FIRST.exec(text) ?? [];
    return year === undefined ? undefined : at([year, month, day], rest, rest[4]);
  }
  const [, first, , second, year, ...rest] = YEAR_LAST.exec(text) ?? [];
  if (first === undefined) return undefined;
  return at(form === 'day-first' ? [year, second, first] : [year, first, second], rest, undefined);
}

/**
 * Where a period's name stands among others: by the numbers in it, else by its letters. It is the same in every file.
 *
 * @example periodOrder('2021-09') < periodOrder('2022-03') // true
 */
export function periodOrder(label: string): number {
  const numbers = Array.from(label.matchAll(/\d+/g), ([digits]) => Number(digits));
  const year = numbers.find((number) => number >= 1000 && number <= 9999);
  const rest = numbers.filter((number) => number !== year);
  if (numbers.length > 0) return (year ?? 0) * 1e4 + (rest[0] ?? 0) + (rest[1] ?? 0) / 1e4;
  return Array.from(label.slice(0, 3)).reduce(
    (sum, letter) => sum * 0x11_0000 + (letter.codePointAt(0) ?? 0),
    0,
  );
}

function at(
  [year, month, day]: readonly string[],
  [hours = '0', minutes = '0', seconds = '0', fraction = '0']: readonly (string | undefined)[],
  zone: string | undefined,
): number | undefined {
  const date = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const back = new Date(date);
  if (back.getUTCMonth() + 1 !== Number(month) || back.getUTCDate() !== Number(day)) return undefined;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const clock = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return date + clock * 1000 + Math.floor(Number(`0.${fraction}`) * 1000) - zoneMs(zone);
}

function zoneMs(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}
