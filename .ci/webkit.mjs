import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { findProgram, installPackages } from './program.mjs';

const PACKAGES = ['webkit2gtk-driver', 'xvfb', 'xauth', 'fonts-noto-cjk'];
const DRIVER = {
  variable: 'WEBKIT_DRIVER_PATH',
  names: ['WebKitWebDriver'],
  places: ['/usr/bin/WebKitWebDriver'],
};
const SCREEN = { variable: 'XVFB_RUN_PATH', names: ['xvfb-run'], places: ['/usr/bin/xvfb-run'] };

/** WebKitGTK's driver, the browser that it drives, and what draws a screen for it; undefined where one is missing. */
export function findWebkit() {
  const driver = findProgram(DRIVER);
  const screen = findProgram(SCREEN);
  const browser = findProgram({
    variable: 'MINIBROWSER_PATH',
    names: ['MiniBrowser'],
    places: miniBrowsers(),
  });
  if (driver === undefined || screen === undefined || browser === undefined) return undefined;
  return { driver, screen, browser };
}

/** As {@link findWebkit}; on a Debian as root it installs what is missing. Throws with the remedy. */
export function ensureWebkit() {
  if (findWebkit() === undefined) installPackages(PACKAGES);
  const found = findWebkit();
  if (found !== undefined) return found;
  throw new Error(
    'setup: the tests in WebKit need Linux with WebKitWebDriver, its MiniBrowser, xvfb-run and xauth (Debian: apt-get install webkit2gtk-driver xvfb xauth). Install them, or set WEBKIT_DRIVER_PATH, MINIBROWSER_PATH and XVFB_RUN_PATH to the programs, and run this again.',
  );
}

// It is no command: distributions keep it in a folder of the library, by processor and version.
function miniBrowsers() {
  const folders = ['/usr/lib', '/usr/lib64', '/usr/libexec'].filter((folder) => existsSync(folder));
  const below = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('-linux-gnu'))
      .map((name) => join(folder, name)),
  );
  return [...folders, ...below]
    .flatMap((folder) =>
      ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((name) => join(folder, name, 'MiniBrowser')),
    )
    .filter((path) => existsSync(path));
}
