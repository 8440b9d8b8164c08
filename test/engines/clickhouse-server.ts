import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as passed } from 'node:timers/promises';
import { freePort } from '../support/free-port.ts';

const READY_MS = 30_000;
const ASK_EVERY_MS = 100;

/** A ClickHouse server of the tests' own, on a port of loopback, with a data folder of its own. */
export interface ClickhouseServer {
  /** Such as `127.0.0.1:40123`, of its HTTP interface. */
  readonly host: string;
  /**
   * What it says to a statement that stands in the body, or in `query` with its data in the body.
   *
   * @throws Error with its message
   */
  ask(body: BodyInit, query?: string): Promise<string>;
  /** Ends it as a power cut would, or in order. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  /** Starts it again on the same folder and port, and resolves once it answers. */
  start(): Promise<void>;
  remove(): Promise<void>;
}

/**
 * Starts a {@link ClickhouseServer}.
 *
 * @param program path of `clickhouse-server`
 * @param password of its user `default`
 */
export async function startClickhouse(program: string, password = ''): Promise<ClickhouseServer> {
  const folder = mkdtempSync(join(tmpdir(), 'fourfold-clickhouse-'));
  const [http, tcp] = [await freePort(), await freePort()];
  writeFileSync(join(folder, 'users.xml'), usersXml(password));
  writeFileSync(join(folder, 'config.xml'), configXml(folder, http, tcp));
  const host = `127.0.0.1:${http}`;
  let child: ChildProcess | undefined;

  const ask = async (body: BodyInit, query?: string): Promise<string> => {
    const parameters =
      query === undefined ? '' : `?format_csv_allow_single_quotes=0&query=${encodeURIComponent(query)}`;
    const headers = { 'X-ClickHouse-User': 'default', 'X-ClickHouse-Key': password };
    const reply = await fetch(`http://${host}/${parameters}`, { method: 'POST', headers, body });
    const text = await reply.text();
    if (!reply.ok) throw new Error(`ClickHouse: ${text.slice(0, 2000)}`);
    return text;
  };
  const start = async (): Promise<void> => {
    const args = [`--config-file=${join(folder, 'config.xml')}`];
    const started = spawn(program, args, { cwd: folder, stdio: 'ignore' });
    child = started;
    await untilReady(ask, () => started.exitCode);
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  await start();
  return {
    host,
    ask,
    start,
    end,
    remove: async () => {
      await end('SIGTERM');
      rmSync(folder, { recursive: true });
    },
  };
}

async function untilReady(ask: (body: string) => Promise<string>, ended: () => number | null): Promise<void> {
  for (let waitedMs = 0; waitedMs < READY_MS; waitedMs += ASK_EVERY_MS) {
    try {
      await ask('select 1');
      return;
    } catch {
      if (ended() !== null) throw new Error(`startClickhouse: it ended with code ${ended()}`);
      await passed(ASK_EVERY_MS); // it refuses connections while it starts
    }
  }
  throw new Error(`startClickhouse: expected it to answer within ${READY_MS} ms`);
}

function configXml(folder: string, http: number, tcp: number): string {
  return `<yandex>
  <logger><level>error</level><log>${folder}/log</log><errorlog>${folder}/errors</errorlog></logger>
  <http_port>${http}</http_port><tcp_port>${tcp}</tcp_port><listen_host>127.0.0.1</listen_host>
  <path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path><users_config>${folder}/users.xml</users_config>
  <mark_cache_size>67108864</mark_cache_size>
  <default_profile>default</default_profile><default_database>default</default_database>
</yandex>`;
}

function usersXml(password: string): string {
  return `<yandex>
  <profiles><default><max_memory_usage>6000000000</max_memory_usage></default></profiles>
  <users><default>
    <password>${password}</password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota>
  </default></users>
  <quotas><default /></quotas>
</yandex>`;
}
