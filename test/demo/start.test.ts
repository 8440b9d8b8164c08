import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const data = join(mkdtempSync(join(tmpdir(), 'fourfold-')), 'data');
let holder: Server;
let taken: string;

beforeAll(async () => {
  holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  taken = String((holder.address() as AddressInfo).port); // listens on a port
});
afterAll(() => {
  holder.close();
  rmSync(join(data, '..'), { recursive: true });
});

async function run(...args: string[]): Promise<{ code: unknown; output: string }> {
  const child = spawn(process.execPath, ['demo/start.mjs', '--data', data, ...args]);
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr.on('data', (text: Buffer) => (output += text.toString()));
  const [code] = (await once(child, 'close')) as [unknown]; // event of a process
  return { code, output };
}

async function freePort(): Promise<string> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo; // listens on a port
  probe.close();
  await once(probe, 'close');
  return String(port);
}

describe('node demo/start.mjs', () => {
  it.each([
    ['site', '--port', '--collector-port'],
    ['collector', '--collector-port', '--port'],
  ])('names the port and the remedy when the port of the %s is taken', async (what, option, other) => {
    const { code, output } = await run(option, taken, other, await freePort());
    expect(code).toBe(1);
    expect(output).toContain(`port ${taken} (${what}) is in use`);
    expect(output).toContain(`npm start -- ${option} `);
    expect(output.trimEnd().split('\n')).toHaveLength(1);
  });

  it('names the remedy when site and collector are given one port', async () => {
    const port = await freePort();
    const { code, output } = await run('--port', port, '--collector-port', port);
    expect(code).toBe(1);
    expect(output).toContain(`port ${port} is asked for twice`);
    expect(output).toContain('npm start -- --collector-port ');
    expect(output.trimEnd().split('\n')).toHaveLength(1);
  });

  it('has built and written nothing by then', () => {
    expect(existsSync(data)).toBe(false);
  });

  it.each([['0'], ['x'], ['70000']])('refuses port %s', async (port) => {
    const { code, output } = await run('--port', port);
    expect(code).toBe(1);
    expect(output).toContain('--port: expected a number from 1 to 65535');
  });

  it('prints its options for --help', async () => {
    expect(await run('--help')).toMatchObject({ code: 0 });
  });
});
