import { defaultReporter } from '@web/test-runner';
import { countReporter } from '../support/count-reporter.mjs';
import firefox, { KEYS } from './firefox.config.mjs';

/** The tests of the keyboard, in a Firefox that has not run others. */
export default {
  ...firefox,
  files: KEYS,
  reporters: [
    defaultReporter({ reportTestProgress: false }),
    countReporter('coverage/browsers/firefox-keys.json'),
  ],
};
