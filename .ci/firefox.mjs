import { findProgram, installPackages } from './program.mjs';

const FIREFOX = {
  variable: 'FIREFOX_PATH',
  names: ['firefox-esr', 'firefox'],
  places: [
    '/usr/bin/firefox-esr',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    'C:\\Program Files (x86)\\Mozilla Firefox\\firefox.exe',
  ],
};

/** Path of a stock Firefox: `FIREFOX_PATH`, else one on the PATH, else one in a usual place; else undefined. */
export function findFirefox() {
  return findProgram(FIREFOX);
}

/** As {@link findFirefox}; on a Debian as root it installs one where there is none. Throws with the remedy. */
export function ensureFirefox() {
  if (findFirefox() === undefined) installPackages(['firefox-esr', 'fonts-noto-cjk']);
  const found = findFirefox();
  if (found !== undefined) return found;
  throw new Error(
    'setup: the tests in Firefox need it. Install it (Debian: apt-get install firefox-esr), or set FIREFOX_PATH to the program, and run this again.',
  );
}
