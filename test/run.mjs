// Runs every check and test, one after another, and ends with one line: N passed, N failed.
import { findBrowser } from '../.ci/browser.mjs';
import { runSteps } from './support/run-steps.mjs';
import { check, components, sizes, vitest } from './support/steps.mjs';

const results = 'coverage';
const steps = [
  check('types of shared', 'tsc -p shared'),
  check('types of the pages', 'tsc -p tsconfig.json'),
  check('types of the demo', 'tsc -p demo'),
  check('types of the tests', 'tsc -p test'),
  check('lint', 'eslint .'),
  check('format', 'prettier --check --log-level warn .'),
  check('unused code', 'knip'),
  check('build', 'npm run --silent build'),
  vitest('unit', 'vitest.config.ts', results),
  components('components', 'web-test-runner.config.mjs', `${results}/components.json`),
  vitest('hostile-pages', 'test/widget/hostile/vitest.config.ts', results),
  vitest('journey', 'test/journey/vitest.config.ts', results),
  sizes('sizes'),
];

await runSteps(steps, {
  results,
  env: { CHROME_PATH: findBrowser() ?? '' },
  wanted: process.argv.slice(2),
});
