import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createSite } from '../../demo/site-server.mjs';
import { startFaultProxy, type FaultProxy } from './fault-proxy.ts';

const root = resolve(import.meta.dirname, '../..');
const TOKEN = 'token-of-the-journey';

/** The demonstration's site before a real collector on an empty database, with a {@link FaultProxy} between them. */
export interface Demo {
  readonly site: string;
  readonly proxy: FaultProxy;
  /** An export, with the token; `path` such as `/export.csv`. */
  download(path: string): Promise<string>;
  close(): Promise<void>;
}

/** Starts a {@link Demo} from the built files. */
export async function startDemo(): Promise<Demo> {
  const folder = mkdtempSync(join(tmpdir(), 'fourfold-journey-'));
  const { child, address } = await startCollector(join(folder, 'answers.db'));
  const proxy = await startFaultProxy(address);
  const report = join(root, 'dist/report/index.html');
  const server = createSite({ collector: new URL(proxy.origin), token: TOKEN, report });
  const site = await listen(server);
  return {
    site,
    proxy,
    download: async (path) => {
      const answer = await fetch(new URL(path, address), { headers: { authorization: `Bearer ${TOKEN}` } });
      if (!answer.ok) throw new Error(`download: expected ${path}, got ${answer.status}`);
      return answer.text();
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await proxy.close();
      child.kill('SIGTERM');
      await once(child, 'exit');
      rmSync(folder, { recursive: true });
    },
  };
}

async function startCollector(database: string): Promise<{ child: ChildProcess; address: string }> {
  const options = ['--port', '0', '--database', database, '--questionnaires', 'demo/questionnaires'];
  const child = spawn(process.execPath, ['dist/collector.js', ...options], {
    cwd: root,
    env: { ...process.env, FOURFOLD_TOKEN: TOKEN },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    const address = /http:\/\/localhost:\d+/.exec(said)?.[0];
    if (address !== undefined) return { child, address };
  }
  throw new Error(`startCollector: expected an address, got ${said}`);
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // listening on TCP, by the line above
  return `http://127.0.0.1:${port}`;
}
