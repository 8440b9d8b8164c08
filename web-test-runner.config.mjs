import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { BROWSER_FLAGS, findBrowser } from './.ci/browser.mjs';
import { countReporter } from './test/support/count-reporter.mjs';
import { browserCommands } from './test/widget/support/browser-commands.mjs';
import { collector } from './test/widget/support/collector.mjs';
import { hostPage } from './test/widget/support/host-page.mjs';

export default {
  files: 'test/**/components/**/*.test.ts',
  nodeResolve: { exportConditions: ['browser', 'production'] },
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.json' }), browserCommands()],
  middleware: [hostPage(), collector()],
  browsers: [
    chromeLauncher({
      launchOptions: { executablePath: findBrowser(), args: [...BROWSER_FLAGS, '--js-flags=--expose-gc'] },
    }),
  ],
  // A page in the background draws no frames, and the keyboard belongs to the one in front.
  concurrency: 1,
  testFramework: { config: { timeout: 20_000 } },
  reporters: [defaultReporter({ reportTestProgress: false }), countReporter('coverage/components.json')],
};
