import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const AREAS = ['shared', 'widget', 'report', 'demo'] as const;

interface Source {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const sources = AREAS.flatMap((area) => filesBelow(join(root, area)))
  .filter((path) => /\.(ts|mjs)$/.test(path))
  .map(readSource);

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    if (name === 'node_modules' || name.startsWith('.')) return [];
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

function readSource(path: string): Source {
  const text = readFileSync(path, 'utf8');
  const found = text.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*['"]([^'"]+)['"]/g);
  const imports = Array.from(found, ([, target]) =>
    target.startsWith('.') ? relative(root, resolve(dirname(path), target)) : target,
  );
  return { path: relative(root, path), text, imports };
}

const area = (path: string): string => path.split('/')[0];
const importersOf = (name: string): string[] =>
  sources
    .filter(({ imports }) => imports.some((target) => target === name || target.startsWith(`${name}/`)))
    .map(({ path }) => path)
    .sort();

describe('architecture', () => {
  it('reads every area', () => {
    for (const name of AREAS)
      expect(sources.filter(({ path }) => area(path) === name).length).toBeGreaterThan(3);
  });

  it('shared is imported by all and imports none of them', () => {
    const outward = sources
      .filter(({ path }) => area(path) === 'shared')
      .flatMap(({ path, imports }) =>
        imports
          .filter((target) => /^(widget|report|demo|test)\//.test(target))
          .map((to) => `${path} -> ${to}`),
      );
    expect(outward).toEqual([]);
  });

  it('widget, report and demo never import each other', () => {
    const across = sources.flatMap(({ path, imports }) =>
      imports
        .filter((target) => /^(widget|report|demo)\//.test(target) && area(target) !== area(path))
        .map((to) => `${path} -> ${to}`),
    );
    expect(across).toEqual([]);
  });

  it('shared knows no clock and no chance', () => {
    const banned = /\bMath\.random\b|\bDate\.now\b|\bnew Date\(\)/;
    const code = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    const found = sources.filter(({ path, text }) => area(path) === 'shared' && banned.test(code(text)));
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it('idb is imported by the store of the plan alone', () => {
    expect(importersOf('idb')).toEqual(['report/plan/plan-store.ts']);
  });

  it('chart.js is imported by charts/chart.ts alone', () => {
    expect(importersOf('chart.js')).toEqual(['report/charts/chart.ts']);
  });

  it('a database is known to its store alone', () => {
    expect(importersOf('libsql')).toEqual(['demo/collector/sqlite-writer.ts']);
    expect(importersOf('pg')).toEqual(['demo/collector/postgres-pools.ts']);
  });

  it('fetch is called by the courier and the loader alone within the widget', () => {
    const callers = sources.filter(
      ({ path, text }) => area(path) === 'widget' && /(?<![.\w])fetch\(/.test(text),
    );
    for (const { path } of callers)
      expect(['widget/outbox/courier.ts', 'widget/loader.ts', 'widget/load-survey.ts']).toContain(path);
  });
});
