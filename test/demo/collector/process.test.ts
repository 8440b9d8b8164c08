import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { build } from 'vite';
import { parseReceipt } from '../../../shared/answers/receipt.ts';
import { TOKEN, idOf, record } from './open-collector.ts';

/** Inside the project, so that the build finds what it leaves in node_modules. */
const OUT = 'dist/test-collector';
const folder = mkdtempSync(join(tmpdir(), 'fourfold-'));
const database = join(folder, 'answers.db');
const running = new Set<ChildProcess>();

beforeAll(async () => {
  await build({ mode: 'collector', logLevel: 'silent', build: { outDir: OUT } });
});
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(OUT, { recursive: true });
});

function launch(port = 0): { child: ChildProcess; output: () => string } {
  const child = spawn(
    process.execPath,
    [join(OUT, 'collector.js'), '--port', String(port), '--database', database],
    { env: { ...process.env, FOURFOLD_TOKEN: TOKEN } },
  );
  running.add(child);
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  return { child, output: () => output };
}

async function start(): Promise<{ child: ChildProcess; url: string; output: () => string }> {
  const { child, output } = launch();
  for (;;) {
    const port = /localhost:(\d+)/.exec(output())?.[1];
    if (port !== undefined) return { child, url: `http://127.0.0.1:${port}`, output };
    if (child.exitCode !== null) throw new Error(`the collector did not start: ${output()}`);
    await new Promise((resolve) => child.stdout?.once('data', resolve));
  }
}

async function post(url: string, number: number): Promise<string[]> {
  const response = await fetch(`${url}/responses`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ records: [record(number, { id: idOf(number) })] }),
  });
  const receipt = parseReceipt(await response.json());
  return [...(receipt?.stored ?? []), ...(receipt?.duplicate ?? [])].map(({ id }) => id);
}

async function exportedIds(url: string): Promise<string[]> {
  const response = await fetch(`${url}/export.ndjson`, { headers: { Authorization: `Bearer ${TOKEN}` } });
  const lines = (await response.text()).trimEnd().split('\n');
  return lines.map((line) => (JSON.parse(line) as { id: string }).id); // NDJSON: a record a line
}

describe('node dist/collector.js', () => {
  it('has every receipted answer once after it was killed in the middle of posts, three times', async () => {
    const receipted = new Set<string>();
    let number = 0;
    for (let round = 0; round < 3; round++) {
      const { child, url } = await start();
      const exit = once(child, 'exit');
      const writer = async (): Promise<void> => {
        while (child.exitCode === null && !child.killed) {
          try {
            for (const id of await post(url, number++)) receipted.add(id);
          } catch (error) {
            if (!(error instanceof TypeError)) throw error; // fetch: the connection broke, as it should
          }
          if (receipted.size >= 40 * (round + 1)) child.kill('SIGKILL');
        }
      };
      await Promise.all(Array.from({ length: 8 }, writer));
      await exit;
    }
    const { url } = await start();
    const ids = await exportedIds(url);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...receipted].filter((id) => !ids.includes(id))).toEqual([]);
    expect(receipted.size).toBeGreaterThanOrEqual(120);
  });

  it('ends with code 0 on SIGTERM and says nothing of what it was sent', async () => {
    const { child, url, output } = await start();
    await post(url, 99_999);
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
    expect(output()).not.toContain('More seats');
    expect(output()).not.toContain(TOKEN);
    expect(output().trimEnd().split('\n')).toHaveLength(1);
  });

  it('names the port that is taken and ends with code 1', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo; // listens on a port
    const { child, output } = launch(port);
    expect(await once(child, 'exit')).toEqual([1, null]);
    expect(output()).toContain(`port ${port} is in use`);
    expect(output()).toContain('--port');
    holder.close();
  });
});
