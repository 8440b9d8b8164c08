// Writes the README's generated tables anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const here = fileURLToPath(new URL('./fresh-readme.ts', import.meta.url));
const { module } = await runnerImport(here, { configFile: false, logLevel: 'error' });
const text = readFileSync(module.README, 'utf8');
const fresh = await module.freshReadme(text);
writeFileSync(module.README, fresh);
console.log(fresh === text ? 'README.md is as the code is' : 'README.md is written anew');
