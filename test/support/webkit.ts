import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ensureWebkit } from '../../.ci/webkit.mjs';
import { freePort } from './free-port.ts';
import { WebDriver } from './webdriver.ts';

const READY_MS = 30_000;
const PAUSE_MS = 100;
/** Longest that a script may take, in ms. */
const SCRIPT_MS = 120_000;

/** WebKitGTK's driver on a screen of its own, which starts browsers one after another. */
export interface Webkit {
  /** A browser that remembers nothing of the one before. */
  open(look?: 'light' | 'dark'): Promise<WebDriver>;
  close(): Promise<void>;
}

/** Starts {@link Webkit}, found or installed as the setup does. */
export async function startWebkit(): Promise<Webkit> {
  const { driver, screen, browser } = ensureWebkit();
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'fourfold-webkit-'));
  const child = spawn(screen, ['-a', '-s', '-screen 0 1400x1000x24', driver, `--port=${port}`], {
    // A group of its own, so that the screen and the browser end with it.
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit'],
    // Its sandbox refuses to start as root and in containers; the pages here are our own.
    env: { ...process.env, TMPDIR: folder, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
  });
  const address = `http://127.0.0.1:${port}`;
  const close = async (): Promise<void> => {
    const ended = once(child, 'exit');
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    await ended;
    rmSync(folder, { recursive: true });
  };
  await ready(address).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return {
    open: (look = 'light') => {
      const args = ['--automation', ...(look === 'dark' ? ['--dark-mode'] : [])];
      return WebDriver.start(address, {
        acceptInsecureCerts: true,
        timeouts: { script: SCRIPT_MS },
        'webkitgtk:browserOptions': { binary: browser, args },
      });
    },
    close,
  };
}

async function ready(address: string): Promise<void> {
  const end = performance.now() + READY_MS;
  for (;;) {
    try {
      if ((await fetch(`${address}/status`)).ok) return;
    } catch (error) {
      // TypeError: nobody listens yet.
      if (performance.now() > end)
        throw new Error(`startWebkit: no driver at ${address} within ${READY_MS / 1000} s`, { cause: error });
    }
    await wait(PAUSE_MS);
  }
}
