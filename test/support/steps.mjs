import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** A step that counts as one: it holds or it does not. */
export function check(name, command) {
  return { name, command, count: (code) => verdict(code === 0, command) };
}

/** Vitest with a configuration; `results` is the folder for what it counts, `options` more of its command line. */
export function vitest(name, config, results, options = '') {
  const file = `${results}/${name}.json`;
  const reporters = `--reporter=dot --reporter=json --outputFile.json=${file}`;
  return {
    name,
    command: `vitest run --config ${config} ${reporters} ${options}`,
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

function verdict(ok, what) {
  return ok ? { passed: 1, failures: [] } : { passed: 0, failures: [what] };
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
function atLeastOne(code, failures) {
  return code === 0 || failures.length > 0 ? failures : [`the runner ended with ${code}`];
}

function fromVitest(code, file) {
  const result = readResult(file);
  if (result === undefined) return verdict(false, `no result in ${file}`);
  const failures = result.testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const tests = assertionResults.filter(({ status }) => status === 'failed');
      if (tests.length === 0 && assertionResults.length > 0) return [];
      return tests.length === 0
        ? [`${name} > ${message}`]
        : tests.map((test) => `${name} > ${test.fullName} > ${test.failureMessages[0] ?? ''}`);
    });
  return { passed: result.numPassedTests, failures: atLeastOne(code, failures) };
}

function fromFile(code, file) {
  const result = readResult(file);
  if (result === undefined) return verdict(false, `no result in ${file}`);
  return { passed: result.passed, failures: atLeastOne(code, result.failures) };
}

function fromSizes(code, output) {
  const entries = JSON.parse(output || '[]');
  for (const { name, size, sizeLimit, passed: ok } of entries) {
    console.log(`${ok ? 'ok  ' : 'OVER'} ${name}: ${size} of ${sizeLimit} B`);
  }
  const over = entries.filter((entry) => !entry.passed).map(({ name, size }) => `${name}: ${size} B`);
  return { passed: entries.length - over.length, failures: atLeastOne(code, over) };
}
