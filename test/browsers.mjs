// Runs the component tests in Firefox and a core set in WebKit, and ends with one line: N passed, N failed.
import { findFirefox } from '../.ci/firefox.mjs';
import { runSteps } from './support/run-steps.mjs';
import { check, components, vitest } from './support/steps.mjs';

const results = 'coverage/browsers';
const steps = [
  check('build', 'npm run --silent build'),
  components('firefox', 'test/browsers/firefox.config.mjs', `${results}/firefox.json`),
  components('firefox-keys', 'test/browsers/firefox-keys.config.mjs', `${results}/firefox-keys.json`),
  vitest('hostile-pages', 'test/browsers/hostile.config.ts', results),
  vitest('firefox-report', 'test/browsers/firefox/vitest.config.ts', results),
  vitest('webkit', 'test/browsers/webkit/vitest.config.ts', results),
];

await runSteps(steps, {
  results,
  env: { FIREFOX_PATH: findFirefox() ?? '' },
  wanted: process.argv.slice(2),
});
