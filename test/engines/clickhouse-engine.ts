import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openAsBlob, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as passed } from 'node:timers/promises';
import { freePort } from '../support/free-port.ts';
import type { SqlEngine } from './sql-engine.ts';

const READY_MS = 30_000;
const ASK_EVERY_MS = 100;
const MARK_BYTES = 3;

/** A ClickHouse server on a port of loopback, with a data folder of its own. */
export async function clickhouseEngine(program: string): Promise<SqlEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'fourfold-clickhouse-'));
  const [http, tcp] = [await freePort(), await freePort()];
  writeFileSync(join(folder, 'users.xml'), USERS);
  writeFileSync(join(folder, 'config.xml'), configXml(folder, http, tcp));
  const child = spawn(program, [`--config-file=${join(folder, 'config.xml')}`], {
    cwd: folder,
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${http}/`;
  const ask = async (body: BodyInit, query?: string): Promise<string> => {
    const address =
      query === undefined
        ? url
        : `${url}?format_csv_allow_single_quotes=0&query=${encodeURIComponent(query)}`;
    const reply = await fetch(address, { method: 'POST', body });
    const text = await reply.text();
    if (!reply.ok) throw new Error(`ClickHouse: ${text.slice(0, 2000)}`);
    return text;
  };
  await untilReady(ask, () => child.exitCode);
  return {
    name: `ClickHouse ${(await ask('select version()')).trim()}`,
    run: async (statement) => {
      await ask(statement);
    },
    load: async (table, file) => {
      const blob = await openAsBlob(file);
      // It takes the mark at the start of an export for a part of the first name.
      const isMarked = readFileSync(file, { encoding: 'utf8' }).startsWith('\uFEFF');
      await ask(blob.slice(isMarked ? MARK_BYTES : 0), `insert into ${table} format CSVWithNames`);
    },
    rows: (table) => ask(`select * from ${table} format JSONEachRow`),
    remove: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
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
      if (ended() !== null) throw new Error(`clickhouseEngine: it ended with code ${ended()}`);
      await passed(ASK_EVERY_MS); // it refuses connections while it starts
    }
  }
  throw new Error(`clickhouseEngine: expected it to answer within ${READY_MS} ms`);
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

const USERS = `<yandex>
  <profiles><default><max_memory_usage>6000000000</max_memory_usage></default></profiles>
  <users><default>
    <password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota>
  </default></users>
  <quotas><default /></quotas>
</yandex>`;
