import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../support/docs/root.ts';
import type { Consumer } from './install-packed.ts';
import { installPacked } from './install-packed.ts';

/** What is named elsewhere, as in `exports` and in the README. */
const BUILT = [
  ...['LICENSE', 'README.md', 'package.json', 'dist/collector.js', 'dist/report/index.html'],
  ...['dist/custom-elements.json', 'dist/questionnaire.schema.json'],
  ...['dist/widget/element.js', 'dist/widget/fourfold.js'],
];
/** What only other files of the package name. */
const BELONGS =
  /^dist\/(widget\/(chunks\/[\w-]+\.js|fourfold-\w+\.js|integrity\.json)|types\/[\w/-]+\.d\.ts|collector\/[\w-]+\.js|fourfold-map\.schema\.json|cli\.js|report\/examples\/[\w.-]+)$/;

let consumer: Consumer;

beforeAll(() => {
  consumer = installPacked('test/fixtures/consumer');
}, 60_000);
afterAll(() => consumer.remove());

const node = (code: string) => consumer.run(process.execPath, '--input-type=module', '-e', code).trim();

describe('the packed package', () => {
  it('installs nothing beside itself', () => {
    const installed = readdirSync(join(consumer.folder, 'node_modules')).filter(
      (name) => !name.startsWith('.'),
    );
    expect(installed).toEqual(['@types', 'fourfold', 'svelte', 'vue']);
  });

  it('holds what was built for a page, a report and a collector, and no sources', () => {
    const folder = join(consumer.folder, 'node_modules/fourfold');
    const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
    expect(paths).toEqual(expect.arrayContaining(BUILT));
    expect(paths.filter((path) => !BUILT.includes(path) && !BELONGS.test(path))).toEqual([]);
  });

  it('is without fault by the rules of publint', async () => {
    const pkgDir = join(consumer.folder, 'node_modules/fourfold');
    const { messages } = await publint({ pkgDir, pack: false, strict: true });
    expect(messages).toEqual([]);
  });

  it('has types that every page, React, Vue and Svelte take, and that refuse what is wrong', () => {
    const compiler = join(ROOT, 'node_modules/@typescript/native/bin/tsc');
    const told = () => consumer.run(process.execPath, compiler, '-p', '.');
    expect(told()).toBe('');
  }, 60_000);

  it.each(['fourfold', 'fourfold/react', 'fourfold/vue', 'fourfold/svelte'])(
    'does nothing on a server, and does not throw: %s',
    (name) => {
      expect(node(`import '${name}'; console.log(typeof globalThis.fourfold)`)).toBe('undefined');
    },
  );

  it('gives the files that a page serves by name', () => {
    const names = ['widget/fourfold.js', 'report.html', 'questionnaire.schema.json', 'custom-elements.json'];
    const found = node(`import { existsSync } from 'node:fs';
      const there = (name) => existsSync(new URL(import.meta.resolve('fourfold/' + name)));
      console.log(${JSON.stringify(names)}.every(there));`);
    expect(found).toBe('true');
  });
});
