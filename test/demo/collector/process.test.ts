import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from 'vite';
import { TOKEN } from './open-collector.ts';

/** Inside the project, so that it finds what it needs of npm; and a copy outside, where it does not. */
const OUT = resolve('dist/test-collector');
const folder = mkdtempSync(join(tmpdir(), 'fourfold-'));
const database = join(folder, 'answers.db');

beforeAll(async () => {
  await build({ mode: 'collector', logLevel: 'silent', build: { outDir: OUT } });
  cpSync(OUT, join(folder, 'alone'), { recursive: true });
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(OUT, { recursive: true });
});

/** Runs a collector that is not going to start, and gives how it ended and what it said. */
async function run(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ code: unknown; output: string }> {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: folder,
    env: { ...process.env, FOURFOLD_TOKEN: TOKEN, ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => (output += data.toString()));
  }
  const [code] = (await once(child, 'close')) as [unknown]; // event of a process
  return { code, output };
}

describe('node dist/collector.js', () => {
  const program = join(OUT, 'collector.js');

  it('names the port that is taken and ends with code 1', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo; // listens on a port
    const { code, output } = await run(program, ['--port', String(port), '--database', database]);
    expect(code).toBe(1);
    expect(output).toContain(`port ${port} is in use`);
    expect(output).toContain('--port');
    holder.close();
  });

  it('names the folder that is missing and ends with code 1', async () => {
    const { code, output } = await run(program, ['--database', join(folder, 'none', 'answers.db')]);
    expect(code).toBe(1);
    expect(output).toMatch(/^collector: the database cannot be opened: .*Check that the folder of /);
    expect(output.trimEnd().split('\n')).toHaveLength(1);
  });

  it('says that the database server cannot be reached, without its password, and ends with code 1', async () => {
    const env = { DATABASE_URL: 'postgres://fourfold:secret@127.0.0.1:1/fourfold' };
    const { code, output } = await run(program, [], env);
    expect(code).toBe(1);
    expect(output).toContain('ECONNREFUSED');
    expect(output).toContain('Check DATABASE_URL');
    expect(output).not.toContain('secret');
  });

  it('names what to install where a package is missing, and gives its help without any', async () => {
    const alone = join(folder, 'alone', 'collector.js');
    expect(await run(alone, ['--database', database])).toEqual({
      code: 1,
      output: 'collector: a package is missing. Run: npm install hono @hono/node-server\n',
    });
    expect(await run(alone, ['--help'])).toMatchObject({ code: 0 });
  });
});
