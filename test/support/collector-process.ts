import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { parseReceipt, type Receipt } from '../../shared/answers/receipt.ts';

const TOKEN = 'token-of-the-journey';

/** Where a collector under test keeps its answers: the file of a database, or the address of a server. */
export type Place = { readonly file: string } | { readonly url: string };

/** The built collector in a process of its own. */
export interface CollectorProcess {
  readonly child: ChildProcess;
  /** Such as `http://127.0.0.1:40123`. */
  readonly address: string;
  readonly token: string;
  /** All that it has written so far. */
  output(): string;
  /** Kills it as a power cut would. */
  kill(): Promise<void>;
  /** Asks it to stop, and gives the code with which it ended; null where a signal ended it. */
  stop(): Promise<number | null>;
}

/**
 * Starts a {@link CollectorProcess} and resolves once it listens.
 *
 * @param args options besides port and database
 * @param shell what runs before it in its shell, such as `ulimit -S -f 64`
 */
export async function startCollector(
  place: Place,
  args: readonly string[] = [],
  { shell = '', port = 0 } = {},
): Promise<CollectorProcess> {
  const database = 'file' in place ? ['--database', place.file] : [];
  const command = [process.execPath, 'dist/collector.js', '--port', String(port), ...database, ...args];
  const child = spawn('/bin/sh', ['-c', `${shell}\nexec "$@"`, 'sh', ...command], {
    env: { ...process.env, FOURFOLD_TOKEN: TOKEN, ...('url' in place ? { DATABASE_URL: place.url } : {}) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const exit = once(child, 'exit');
    child.kill(signal);
    return ((await exit) as [number | null])[0]; // event of a process
  };
  const address = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      output += chunk.toString();
      const found = /localhost:(\d+)/.exec(output)?.[1];
      if (found !== undefined) resolve(`http://127.0.0.1:${found}`);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', () => reject(new Error(`startCollector: expected it to listen, got ${output}`)));
  });
  return {
    child,
    address,
    token: TOKEN,
    output: () => output,
    kill: async () => {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
  };
}

/** What a collector says to records; rejects where there is no answer, or none that is a receipt. */
export async function postRecords(address: string, records: readonly unknown[]): Promise<Receipt> {
  const response = await fetch(`${address}/responses`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ records }),
  });
  const receipt = response.ok ? parseReceipt(await response.json()) : undefined;
  if (receipt === undefined) throw new Error(`postRecords: expected a receipt, got ${response.status}`);
  return receipt;
}

/** The ids in a collector's store, one for each row, in order. */
export async function storedIds({ address, token }: CollectorProcess): Promise<string[]> {
  const headers = { Authorization: `Bearer ${token}` };
  const response = await fetch(`${address}/export.ndjson`, { headers });
  if (!response.ok) throw new Error(`storedIds: expected an export, got ${response.status}`);
  const lines = (await response.text()).split('\n').filter((line) => line !== '');
  return lines.map((line) => (JSON.parse(line) as { id: string }).id); // NDJSON: a record a line
}

/** The most memory that a process has held so far, in MB; of Linux, where the kernel keeps count. */
export function peakMemoryMb(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}
