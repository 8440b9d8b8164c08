// Runs every check and test, one after another, and ends with one line: N passed, N failed.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { findBrowser } from '../.ci/browser.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const results = join(root, 'coverage');
const env = { ...process.env, CHROME_PATH: findBrowser() ?? '' };

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const check = (name, command) => ({ name, command, count: (code) => verdict(code === 0) });
const vitest = (name, config) => ({
  name,
  command: `vitest run --config ${config} --reporter=dot --reporter=json --outputFile.json=coverage/${name}.json`,
  count: (code) => fromVitest(code, `${name}.json`),
});

const steps = [
  check('types of shared', 'tsc -p shared'),
  check('types of the pages', 'tsc -p tsconfig.json'),
  check('types of the demo', 'tsc -p demo'),
  check('types of the tests', 'tsc -p test'),
  check('lint', 'eslint .'),
  check('format', 'prettier --check --log-level warn .'),
  check('unused code', 'knip'),
  check('build', 'npm run --silent build'),
  vitest('unit', 'vitest.config.ts'),
  { name: 'components', command: 'wtr', count: (code) => fromFile(code, 'wtr.json') },
  vitest('journey', 'test/journey/vitest.config.ts'),
  { name: 'sizes', command: 'size-limit --json', quiet: true, count: fromSizes },
];

let passed = 0;
let failed = 0;
const wanted = process.argv.slice(2);
for (const step of steps) {
  if (wanted.length > 0 && !wanted.includes(step.name)) continue;
  const begun = performance.now();
  console.log(`\n== ${step.name}`);
  const { code, output } = await run(step);
  const counted = step.count(code, output);
  passed += counted.passed;
  failed += counted.failed;
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`== ${step.name}: ${counted.passed} passed, ${counted.failed} failed (${seconds} s)`);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

function run({ command, quiet }) {
  return new Promise((done) => {
    const child = spawn(command.startsWith('npm ') ? command : `npx --no-install ${command}`, {
      cwd: root,
      env,
      shell: true,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      if (!quiet) process.stdout.write(chunk);
    });
    child.on('close', (code) => done({ code, output }));
  });
}

function verdict(ok) {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}

function readResult(file) {
  try {
    return JSON.parse(readFileSync(join(results, file), 'utf8'));
  } catch (error) {
    console.error(`no result in coverage/${file}: ${error.message}`);
    return undefined;
  }
}

// A runner that dies, or ends badly with every test green, counts as one failure.
function fromVitest(code, file) {
  const result = readResult(file);
  if (result === undefined) return verdict(false);
  const failures =
    result.numFailedTests +
    result.testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0).length;
  return { passed: result.numPassedTests, failed: code === 0 ? failures : Math.max(1, failures) };
}

function fromFile(code, file) {
  const result = readResult(file);
  if (result === undefined) return verdict(false);
  return { passed: result.passed, failed: code === 0 ? result.failed : Math.max(1, result.failed) };
}

function fromSizes(code, output) {
  const entries = JSON.parse(output || '[]');
  for (const { name, size, sizeLimit, passed: ok } of entries) {
    console.log(`${ok ? 'ok  ' : 'OVER'} ${name}: ${size} of ${sizeLimit} B`);
  }
  const over = entries.filter((entry) => !entry.passed).length;
  return { passed: entries.length - over, failed: code === 0 ? over : Math.max(1, over) };
}
