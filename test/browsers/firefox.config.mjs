import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { findFirefox } from '../../.ci/firefox.mjs';
import chromium from '../../web-test-runner.config.mjs';
import { countReporter } from '../support/count-reporter.mjs';
import { setViewport } from '../support/set-viewport.mjs';

/** Tests of the keyboard: Firefox gives keys to the window that it holds for active, so they have a browser of their own. */
export const KEYS = ['keyboard', 'prompt'].map((name) => `test/widget/components/${name}.test.ts`);

/** The component tests as they run in Chromium, in a stock Firefox. */
export default {
  ...chromium,
  files: [...[chromium.files].flat(), ...KEYS.map((path) => `!${path}`)],
  // Keys pressed through its protocol take Firefox several times as long.
  testsFinishTimeout: 400_000,
  browsers: [
    chromeLauncher({
      launchOptions: { browser: 'firefox', executablePath: findFirefox(), defaultViewport: null },
      async createPage({ context }) {
        const page = await context.newPage();
        const set = page.setViewport.bind(page);
        page.setViewport = (size) => setViewport(page, size, set);
        return page;
      },
    }),
  ],
  reporters: [
    defaultReporter({ reportTestProgress: false }),
    countReporter('coverage/browsers/firefox.json'),
  ],
};
