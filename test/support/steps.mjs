import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** A step that counts as one: it holds or it does not. */
export function check(name, command) {
  return { name, command, count: (code) => verdict(code === 0) };
}

/** Vitest with a configuration; `results` is the folder for what it counts. */
export function vitest(name, config, results) {
  const file = `${results}/${name}.json`;
  const reporters = `--reporter=dot --reporter=json --outputFile.json=${file}`;
  return {
    name,
    command: `vitest run --config ${config} ${reporters}`,
    count: (code) => fromVitest(code, file),
  };
}

/** The test runner for components with a configuration, whose reporter counts in `file`. */
export function components(name, config, file) {
  return { name, command: `wtr --config ${config}`, count: (code) => fromFile(code, file) };
}

/** The sizes against their limits, one count each. */
export function sizes(name) {
  return { name, command: 'size-limit --json', quiet: true, count: fromSizes };
}

function verdict(ok) {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}

function readResult(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8'));
  } catch (error) {
    console.error(`no result in ${file}: ${error.message}`);
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
