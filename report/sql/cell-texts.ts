import type { ScaleReading, TableForm } from '../../shared/mapping/mapping.ts';
import type { ScaleDefinition } from '../../shared/summary/summary.ts';
import { cellReader } from '../engine/mapped-cell.ts';

/** Zeros after the decimal mark that "4.000" may have to be read as 4. */
const ZEROS_MAX = 10;

/**
 * The texts that a scale's column may hold, and the cell that each becomes; every other text is rejected.
 *
 * @example cellTexts({ scale: { min: 1, max: 2 }, missing: ['9'] }, {}).get('9') // 252, skipped
 */
export function cellTexts(reading: ScaleReading, form: TableForm): ReadonlyMap<string, number> {
  const { scale, missing = [], notApplicable = [], values = [] } = reading;
  const plain = [...points(scale), ...missing, ...notApplicable, ...values.map(({ text }) => text)];
  const read = cellReader(reading, form);
  const texts = plain.flatMap((text) => writtenForms(text, form)).filter((text) => text !== '');
  return new Map(texts.map((text) => [text, read(text)]));
}

/**
 * The same of a scale of ours: whole numbers in their plain form.
 *
 * @example ownCellTexts({ min: 0, max: 10 }).get('10') // 10
 */
export function ownCellTexts({
  min,
  max,
}: Pick<ScaleDefinition, 'min' | 'max'>): ReadonlyMap<string, number> {
  return cellTexts({ scale: { min, max } }, {});
}

/**
 * How a table may write a text that its owner means: 4 also as 4.0, where the mapping allows it.
 *
 * @example writtenForms('4', { wholeDecimals: true })[1] // '4.0'
 */
export function writtenForms(text: string, { wholeDecimals, decimal = '.' }: TableForm): string[] {
  if (wholeDecimals !== true || !/^-?\d+$/.test(text)) return [text];
  const zeros = Array.from({ length: ZEROS_MAX }, (_, k) => `${text}${decimal}${'0'.repeat(k + 1)}`);
  return [text, ...zeros];
}

function points({ min, max }: ScaleReading['scale']): string[] {
  return Array.from({ length: max - min + 1 }, (_, k) => String(min + k));
}
