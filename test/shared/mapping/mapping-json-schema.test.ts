import { readFileSync, readdirSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { mappingJsonSchema } from '../../../shared/mapping/mapping-json-schema.ts';
import { parseMapping } from '../../../shared/mapping/parse-mapping.ts';

const FOLDER = new URL('../../fixtures/data/', import.meta.url);
const check = new Ajv({ strict: false }).compile(mappingJsonSchema() as object); // its optional fields may be undefined, which ajv types forbid
const base = { format: 'fourfold-map', version: 1, survey: 'shop', columns: [] as object[] };

describe('mappingJsonSchema()', () => {
  test.each(readdirSync(FOLDER).filter((name) => name.endsWith('.map.json')))(
    'takes %s, as the parser does',
    (name) => {
      const mapping: unknown = JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));
      expect(check(mapping), JSON.stringify(check.errors)).toBe(true);
      expect(parseMapping(mapping).ok).toBe(true);
    },
  );

  test('takes a text in one language and in several', () => {
    for (const title of ['Shop', { en: 'Shop', 'zh-CN': '商店' }])
      expect(check({ ...base, title })).toBe(true);
    expect(check({ ...base, title: 3 })).toBe(false);
  });

  test.each<[string, object]>([
    ['another format', { ...base, format: 'map' }],
    ['a newer version', { ...base, version: 2 }],
    ['an unknown field', { ...base, colour: 'red' }],
    ['a column without a role', { ...base, columns: [{ column: 'a' }] }],
    ['a score without a scale', { ...base, columns: [{ column: 'a', role: 'nps' }] }],
    ['half a point', { ...base, columns: [{ column: 'a', role: 'nps', scale: { min: 0.5, max: 10 } }] }],
    ['another encoding', { ...base, table: { encoding: 'latin' } }],
  ])('refuses %s, as the parser does', (_, mapping) => {
    expect(check(mapping)).toBe(false);
    expect(parseMapping(mapping).ok).toBe(false);
  });
});
