// Writes what the npm package has beside its scripts: type declarations, custom elements manifest, JSON Schema.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const ENTRIES = ['declarations', 'react', 'vue', 'svelte'];

writeDeclarations(join(root, 'dist/types'), join(root, 'node_modules/.cache/fourfold-types'));
await writeJson('custom-elements.json', 'test/support/docs/custom-elements.ts', 'customElements');
await writeJson(
  'questionnaire.schema.json',
  'shared/questionnaire/questionnaire-json-schema.ts',
  'questionnaireJsonSchema',
);

/** The compiler declares every file that it reads; the package has those that its own entries lead to. */
function writeDeclarations(target, all) {
  rmSync(all, { recursive: true, force: true });
  const options = ['-p', 'widget/package', '--outDir', all];
  const compiler = spawnSync('npx', ['--no-install', 'tsc', ...options], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (compiler.status !== 0) throw new Error('write-package: tsc failed; its own message stands above.');
  rmSync(target, { recursive: true, force: true });
  const left = ENTRIES.map((name) => join(all, `widget/package/${name}.d.ts`));
  for (const path of left) {
    const copy = join(target, relative(all, path));
    if (existsSync(copy)) continue;
    const text = readFileSync(path, 'utf8');
    mkdirSync(dirname(copy), { recursive: true });
    // A declaration beside `x.js` is found by that name in every mode of resolution.
    writeFileSync(copy, text.replace(/(['"]\.[^'"]*)\.ts(?=['"])/g, '$1.js'));
    for (const [, name] of text.matchAll(/['"](\.[^'"]*)\.ts['"]/g))
      left.push(join(dirname(path), `${name}.d.ts`));
  }
}

async function writeJson(name, path, make) {
  const { module } = await runnerImport(join(root, path), { configFile: false, logLevel: 'error' });
  writeFileSync(join(root, 'dist', name), `${JSON.stringify(module[make](), null, 2)}\n`);
}
