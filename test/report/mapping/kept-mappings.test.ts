import { describe, expect, test } from 'vitest';
import { keepMapping, keptMapping } from '../../../report/mapping/kept-mappings.ts';
import type { Mapping } from '../../../shared/mapping/mapping.ts';

const mapping: Mapping = {
  format: 'fourfold-map',
  version: 1,
  survey: 's',
  columns: [{ column: 'a', role: 'id' }],
};

function store() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}
const denied = {
  getItem: () => {
    throw new DOMException('denied', 'SecurityError');
  },
  setItem: () => {
    throw new DOMException('full', 'QuotaExceededError');
  },
};

describe('keepMapping(store, header, mapping)', () => {
  test('is found again by the same columns alone', () => {
    const browser = store();
    expect(keepMapping(browser, ['a', 'b'], mapping)).toBe(true);
    expect(keptMapping(browser, ['a', 'b'])).toEqual(mapping);
    expect(keptMapping(browser, ['a', 'c'])).toBeUndefined();
  });

  test('says so where nothing can be kept, and is not stopped by it', () => {
    expect(keepMapping(undefined, ['a'], mapping)).toBe(false);
    expect(keepMapping(denied, ['a'], mapping)).toBe(false);
    expect(keptMapping(denied, ['a'])).toBeUndefined();
    expect(keptMapping(undefined, ['a'])).toBeUndefined();
  });

  test('passes on errors that are not the browser’s', () => {
    const broken = {
      getItem: (): string | null => {
        throw new TypeError('bug');
      },
      setItem: () => {
        throw new TypeError('bug');
      },
    };
    expect(() => keepMapping(broken, ['a'], mapping)).toThrow(TypeError);
    expect(() => keptMapping(broken, ['a'])).toThrow(TypeError);
  });

  test('takes nothing for a mapping that is none', () => {
    const browser = store();
    keepMapping(browser, ['a'], mapping);
    for (const key of browser.kept.keys()) browser.kept.set(key, '{"format":"fourfold-map","version":9}');
    expect(keptMapping(browser, ['a'])).toBeUndefined();
  });
});
