import type { ScaleReading, TableForm } from '../../shared/mapping/mapping.ts';
import {
  CELL_NOT_APPLICABLE,
  CELL_NOT_SHOWN,
  CELL_REJECTED,
  CELL_SKIPPED,
  type MissingCell,
} from './columns.ts';

const WHOLE = /^-?(0|[1-9]\d{0,8})$/;

/**
 * Reads the cells of a mapped column: the point from the scale's minimum, or why there is none.
 *
 * @example cellReader({ scale: { min: 1, max: 5 }, missing: ['9'] }, {})('9') // CELL_SKIPPED
 * @example cellReader({ scale: { min: 1, max: 5 }, reversed: true }, {})('1') // 4
 */
export function cellReader(reading: ScaleReading, form: TableForm): (text: string) => number {
  const { min, max } = reading.scale;
  const words = new Map<string, number>(reading.values?.map(({ text, point }) => [text, point]));
  const states = new Map<string, MissingCell>([
    ...(reading.missing ?? []).map((code): [string, MissingCell] => [code, CELL_SKIPPED]),
    ...(reading.notApplicable ?? []).map((code): [string, MissingCell] => [code, CELL_NOT_APPLICABLE]),
  ]);
  return (text) => {
    const plain = plainCell(text, form);
    if (plain === '') return CELL_NOT_SHOWN;
    const state = states.get(plain);
    if (state !== undefined) return state;
    const point = words.get(plain) ?? (WHOLE.test(plain) ? Number(plain) : NaN);
    if (!(point >= min && point <= max)) return CELL_REJECTED;
    return reading.reversed === true ? max - point : point - min;
  };
}

/**
 * A cell as its owner allows it to be read: without the spaces around it, and 4.0 as 4.
 *
 * @example plainCell(' 4.0', { trimSpaces: true, wholeDecimals: true }) // '4'
 * @example plainCell(' 4.0', {}) // ' 4.0'
 */
export function plainCell(text: string, { trimSpaces, wholeDecimals, decimal = '.' }: TableForm): string {
  const trimmed = trimSpaces === true ? text.trim() : text;
  if (wholeDecimals !== true) return trimmed;
  return trimmed.replace(decimal === '.' ? /^(-?\d+)\.0+$/ : /^(-?\d+),0+$/, '$1');
}
