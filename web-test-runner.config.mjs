import { mkdirSync, writeFileSync } from 'node:fs';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { BROWSER_FLAGS, findBrowser } from './.ci/browser.mjs';
import { collector } from './test/widget/support/collector.mjs';
import { hostPage } from './test/widget/support/host-page.mjs';

/** Writes how many tests passed and failed, for whoever counts all tests of the project. */
function countReporter() {
  const count = { passed: 0, failed: 0 };
  const add = (suite) => {
    for (const test of suite?.tests ?? []) count[test.passed ? 'passed' : 'failed'] += 1;
    for (const inner of suite?.suites ?? []) add(inner);
  };
  return {
    onTestRunFinished({ sessions }) {
      for (const session of sessions) {
        add(session.testResults);
        // A file that did not load has no tests that could fail.
        count.failed += session.errors.length;
      }
    },
    stop() {
      mkdirSync('coverage', { recursive: true });
      writeFileSync('coverage/wtr.json', JSON.stringify(count));
    },
  };
}

export default {
  files: 'test/**/components/**/*.test.ts',
  nodeResolve: { exportConditions: ['browser', 'production'] },
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.json' })],
  middleware: [collector(), hostPage()],
  browsers: [chromeLauncher({ launchOptions: { executablePath: findBrowser(), args: BROWSER_FLAGS } })],
  // A page in the background draws no frames, and the keyboard belongs to the one in front.
  concurrency: 1,
  testFramework: { config: { timeout: 20_000 } },
  reporters: [defaultReporter({ reportTestProgress: false }), countReporter()],
};
