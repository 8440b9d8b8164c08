import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes to a file how many tests passed and which failed, for whoever counts all tests of the project. */
export function countReporter(file) {
  const count = { passed: 0, failures: [] };
  const add = (suite, place) => {
    for (const test of suite?.tests ?? [])
      if (test.passed) count.passed += 1;
      else count.failures.push([...place, test.name, test.error?.message].filter(Boolean).join(' > '));
    for (const inner of suite?.suites ?? []) add(inner, [...place, inner.name]);
  };
  return {
    onTestRunFinished({ sessions }) {
      for (const session of sessions) {
        add(session.testResults, [session.testFile]);
        // A file that did not load has no tests that could fail.
        for (const error of session.errors) count.failures.push(`${session.testFile} > ${error.message}`);
      }
    },
    stop() {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(count));
    },
  };
}
