// Runs the cases of lost networks, killed processes and full disks with their full counts, prints what they counted
// as a Markdown table, and ends with one line: N passed, N failed.
import { readdirSync } from 'node:fs';
import { findBrowser } from '../.ci/browser.mjs';
import { findFirefox } from '../.ci/firefox.mjs';
import { runSteps } from './support/run-steps.mjs';
import { check, vitest } from './support/steps.mjs';

const results = 'coverage/faults';
const cases = `${results}/cases.ndjson`;
const journeys = 'test/journey';
const configs = readdirSync(journeys).filter((name) => name.endsWith('.faults.config.ts'));
/** Of the suite of hostile pages only the cases are of interest here; WebKit's configuration has its own. */
const CASES = '-t "B[0-9]+[:,]"';
const steps = [
  check('build', 'npm run --silent build'),
  vitest('hostile-chromium', 'test/widget/hostile/vitest.config.ts', results, CASES),
  vitest('hostile-firefox', 'test/browsers/hostile.config.ts', results, CASES),
  vitest('hostile-webkit', 'test/browsers/hostile-webkit.config.ts', results),
  ...configs.map((name) => vitest(name.split('.')[0], `${journeys}/${name}`, results)),
  check('table', `node test/support/print-fault-cases.mjs ${cases}`),
];

await runSteps(steps, {
  results,
  env: {
    CHROME_PATH: findBrowser() ?? '',
    FIREFOX_PATH: findFirefox() ?? '',
    FAULTS: 'full',
    FAULT_CASES: cases,
  },
  wanted: process.argv.slice(2),
});
