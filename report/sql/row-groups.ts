import type { CountRow, RowPart } from './count-row.ts';

/** Rows of one part of a slice: all of its records, a month, a value of a field. */
export interface RowGroup {
  readonly value: string;
  readonly moment: number;
  readonly parts: ReadonlyMap<RowPart, readonly CountRow[]>;
}

/** Rows of one survey, version and audience. */
export interface SliceGroup {
  readonly survey: string;
  readonly surveyVersion: string;
  readonly audience: string;
  /** By scope. */
  readonly scopes: ReadonlyMap<string, readonly RowGroup[]>;
}

interface Growing {
  readonly value: string;
  readonly moment: number;
  readonly parts: Map<RowPart, CountRow[]>;
}

/**
 * Sorts rows by slice, scope and part.
 *
 * @param textOf what stands behind a guard against formulas
 */
export function groupRows(rows: readonly CountRow[], textOf: (text: string) => string): SliceGroup[] {
  const slices = new Map<
    string,
    { head: Omit<SliceGroup, 'scopes'>; scopes: Map<string, Map<string, Growing>> }
  >();
  for (const row of rows) {
    if (row.scope === '') continue;
    const head = {
      survey: textOf(row.survey),
      surveyVersion: textOf(row.surveyVersion),
      audience: textOf(row.audience),
    };
    const slice = known(slices, JSON.stringify(Object.values(head)), () => ({
      head,
      scopes: new Map<string, Map<string, Growing>>(),
    }));
    const groups = known(slice.scopes, row.scope, () => new Map<string, Growing>());
    const value = textOf(row.value);
    const group = known(groups, `${row.moment} ${value}`, () => ({
      ...{ value, moment: row.moment },
      parts: new Map<RowPart, CountRow[]>(),
    }));
    known(group.parts, row.part, (): CountRow[] => []).push(row);
  }
  return [...slices.values()].map(({ head, scopes }) => ({
    ...head,
    scopes: new Map([...scopes].map(([scope, groups]) => [scope, [...groups.values()]])),
  }));
}

function known<K, T>(map: Map<K, T>, key: K, make: () => T): T {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
