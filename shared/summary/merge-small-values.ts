import { addSlices, nothing } from './add-slices.ts';
import type { Counts, Field, FieldValue, Slice, Summary } from './summary.ts';

/** Values of a context field with fewer records than this are not told apart in a summary that is shared. */
export const SHARED_VALUE_MIN = 10;

/** What the small values of a field are called together. */
export const OTHER_VALUES = 'other';

/**
 * A summary that may be shared: the values of each context field that few records have count together as `other`.
 *
 * @param summary not mutated
 * @example mergeSmallValues(summary).slices[0]?.fields
 */
export function mergeSmallValues(summary: Summary): Summary {
  return { ...summary, slices: summary.slices.map((slice) => merged(slice, summary)) };
}

function merged(slice: Slice, { rules }: Summary): Slice {
  const isSmall = ({ tables }: FieldValue): boolean => tables.records < SHARED_VALUE_MIN;
  const small = slice.fields.flatMap((field) =>
    field.values.filter(isSmall).map((value) => alone(slice, field, value)),
  );
  if (small.length === 0) return slice;
  const fields = slice.fields.map((field) => ({
    ...field,
    values: field.values.filter((value) => !isSmall(value)),
  }));
  const sum = small.reduce<Counts>(
    (all, part) => {
      const next = addSlices(all, part, rules) as { readonly value: Counts }; // of one slice: scales and weights are the same
      return next.value;
    },
    bare(slice, fields),
  );
  return { ...slice, fields: sum.fields };
}

/** One value of one field, under the common name. */
function alone(slice: Slice, field: Field, value: FieldValue): Counts {
  return bare(slice, [{ ...field, values: [{ ...value, value: OTHER_VALUES }] }]);
}

/** A slice that counts nothing but its fields. */
function bare(slice: Slice, fields: readonly Field[]): Counts {
  const { columns, deep } = slice;
  return {
    ...{ columns, deep, fields, all: nothing(slice) },
    ...{ days: [], months: [], periods: [], weightless: 0 },
  };
}
