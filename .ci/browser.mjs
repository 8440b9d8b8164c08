import { findProgram, installPackages } from './program.mjs';

const CHROMIUM = {
  variable: 'CHROME_PATH',
  names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
  places: [
    '/usr/bin/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** Flags that keep a headless Chromium from talking to anyone; the sandbox is off only where root requires it. */
export const BROWSER_FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** Path of a Chromium-like browser: `CHROME_PATH`, else one on the PATH, else one in a usual place; else undefined. */
export function findBrowser() {
  return findProgram(CHROMIUM);
}

/** As {@link findBrowser}; on a Debian as root it installs one where there is none. Throws with the remedy. */
export function ensureBrowser() {
  if (findBrowser() === undefined) installPackages(['chromium', 'fonts-noto-cjk']);
  const found = findBrowser();
  if (found !== undefined) return found;
  throw new Error(
    'setup: the tests need Chromium, Chrome or Edge. Install one, or set CHROME_PATH to the program, and run this again.',
  );
}
