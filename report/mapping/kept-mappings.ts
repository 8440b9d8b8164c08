import type { Mapping } from '../../shared/mapping/mapping.ts';
import { parseMapping } from '../../shared/mapping/parse-mapping.ts';
import { md5 } from '../../shared/summary/md5.ts';
import { parseJson } from '../engine/parse-json.ts';

/** The part of a Storage that is used. */
export type KeptStore = Pick<Storage, 'getItem' | 'setItem'>;

const PREFIX = 'fourfold-map ';

/**
 * Keeps a mapping for the next table with the same columns.
 *
 * @param store absent where the browser gives none
 * @returns whether it is kept: storage may be denied or full
 */
export function keepMapping(
  store: KeptStore | undefined,
  header: readonly string[],
  mapping: Mapping,
): boolean {
  try {
    store?.setItem(keyOf(header), JSON.stringify(mapping));
    return store !== undefined;
  } catch (error) {
    // QuotaExceededError, or SecurityError where pages may keep nothing.
    if (error instanceof DOMException) return false;
    throw error;
  }
}

/**
 * The mapping that was kept for a table with these columns.
 *
 * @returns undefined when there is none, or what is kept is none of ours
 */
export function keptMapping(store: KeptStore | undefined, header: readonly string[]): Mapping | undefined {
  try {
    const parsed = parseMapping(parseJson(store?.getItem(keyOf(header)) ?? ''));
    return parsed.ok ? parsed.value : undefined;
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

/**
 * The browser's storage for this page; undefined where it is denied.
 *
 * @example keptMapping(pageStorage(), header)
 */
export function pageStorage(): KeptStore | undefined {
  try {
    return globalThis.localStorage;
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

function keyOf(header: readonly string[]): string {
  const digest = md5(header.join('\u001F'));
  return PREFIX + Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
