import type { Role } from './choose-role.ts';

/** A column, as far as folding is concerned. */
export interface Foldable {
  readonly name: string;
  readonly role: Role;
  /** Something is to be looked at. */
  readonly doubtful: boolean;
}

/** Tables up to this length are shown whole. */
const SHOWN_MAX = 12;
/** Columns of one role that stand for the others. */
const EXAMPLES = 4;
/** Columns that say something of the record, of one role. */
const RECORD_EXAMPLES = 2;

/**
 * The columns that are shown first: of each role a few, and every doubtful one.
 *
 * @returns names in the order of the table; folded: how many of each role are left
 * @example foldColumns([{ name: 'id', role: 'id', doubtful: false }]).shown // ['id']
 */
export function foldColumns(columns: readonly Foldable[]): {
  readonly shown: readonly string[];
  readonly folded: ReadonlyMap<Role, number>;
} {
  const seen = new Map<Role, number>();
  const folded = new Map<Role, number>();
  if (columns.length <= SHOWN_MAX) return { shown: columns.map(({ name }) => name), folded };
  const shown = columns.filter(({ role, doubtful }) => {
    const before = seen.get(role) ?? 0;
    if (!doubtful) seen.set(role, before + 1);
    if (doubtful || before < (role === 'satisfaction' ? EXAMPLES : RECORD_EXAMPLES)) return true;
    folded.set(role, (folded.get(role) ?? 0) + 1);
    return false;
  });
  return { shown: shown.map(({ name }) => name), folded };
}
