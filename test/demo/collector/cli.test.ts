import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCommand } from '../../../demo/collector/cli.ts';
import { readQuestionnaires } from '../../../demo/collector/read-questionnaires.ts';

const token = ['--token', 'a-token-for-tests'];

describe('readCommand(args, environment)', () => {
  it('needs no more than a token', () => {
    expect(readCommand(token, {})).toEqual({
      kind: 'run',
      options: {
        host: '127.0.0.1',
        port: 4401,
        database: { kind: 'sqlite', file: 'fourfold.db' },
        token: 'a-token-for-tests',
        allowOrigins: [],
        rateLimit: 3000,
        proxies: [],
        questionnaires: [],
      },
    });
  });

  it('takes the token from FOURFOLD_TOKEN, and the argument before it', () => {
    const environment = { FOURFOLD_TOKEN: 'a-token-of-the-environment' };
    expect(readCommand([], environment)).toMatchObject({
      options: { token: 'a-token-of-the-environment' },
    });
    expect(readCommand(token, environment)).toMatchObject({ options: { token: 'a-token-for-tests' } });
  });

  it('takes several origins and questionnaires', () => {
    const args = ['https://a.example', 'http://localhost:4400'].flatMap((origin) => [
      '--allow-origin',
      origin,
    ]);
    const command = readCommand([...token, ...args, '--questionnaires', 'a', '--questionnaires', 'b'], {});
    expect(command).toMatchObject({
      options: { allowOrigins: ['https://a.example', 'http://localhost:4400'], questionnaires: ['a', 'b'] },
    });
  });

  it('keeps answers in PostgreSQL where DATABASE_URL says so, and in a file that is named before it', () => {
    const environment = { DATABASE_URL: 'postgres://fourfold:secret@localhost/fourfold' };
    expect(readCommand(token, environment)).toMatchObject({
      options: { database: { kind: 'postgres', url: environment.DATABASE_URL } },
    });
    expect(readCommand([...token, '--database', 'a.db'], environment)).toMatchObject({
      options: { database: { kind: 'sqlite', file: 'a.db' } },
    });
  });

  it('refuses an address of another database, without repeating the password in it', () => {
    const command = readCommand(token, { DATABASE_URL: 'mysql://fourfold:secret@localhost/fourfold' });
    expect(command).toMatchObject({ kind: 'print', exitCode: 2 });
    expect(command.kind === 'print' && command.text).toContain('DATABASE_URL: expected such as postgres://');
    expect(command.kind === 'print' && command.text).not.toContain('secret');
  });

  it('prints every option, endpoint and variable for --help', () => {
    const command = readCommand(['--help'], {});
    expect(command).toMatchObject({ kind: 'print', exitCode: 0 });
    const named = [
      ...['--token', '--database', '--port', '--host', '--allow-origin', '--rate-limit', '--trust-proxy'],
      ...[
        '--questionnaires',
        '--sink',
        'CLICKHOUSE_USER',
        'CLICKHOUSE_PASSWORD',
        '--help',
        'FOURFOLD_TOKEN',
        'DATABASE_URL',
        'POST /responses',
        'GET /export.csv',
      ],
      ...['GET /export.ndjson', 'GET /questionnaires.json', 'DELETE /responses', 'GET /healthz', 'SIGTERM'],
    ];
    expect(named.filter((name) => command.kind !== 'print' || !command.text.includes(name))).toEqual([]);
  });

  it.each([
    [[]],
    [['--token', 'short']],
    [['--token', 'a token with blanks']],
    [[...token, '--port', 'x']],
    [[...token, '--port', '65536']],
    [[...token, '--allow-origin', 'https://a.example/']],
    [[...token, '--allow-origin', '*']],
    [[...token, '--rate-limit', '-1']],
    [[...token, '--trust-proxy', 'proxy.example']],
    [[...token, '--unknown']],
    [[...token, 'stray']],
  ])('refuses %j, says why and never repeats the token', (args) => {
    const command = readCommand(args, {});
    expect(command).toMatchObject({ kind: 'print', exitCode: 2 });
    expect(command.kind === 'print' && command.text).not.toContain('a-token-for-tests');
  });
});

describe('readQuestionnaires(paths)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fourfold-'));
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  afterAll(() => rmSync(folder, { recursive: true }));

  it('reads the .json files of a folder, in order of name', () => {
    expect(readQuestionnaires(['demo/questionnaires']).map(({ id }) => id)).toEqual(['airport', 'parking']);
  });

  it('names the file and the place of what is wrong', () => {
    const bad = file('bad.json', '{"id":"a","version":1,"questions":[{"id":"nps","kind":"stars"}]}');
    expect(() => readQuestionnaires([bad])).toThrow(/bad\.json: questions\[0\]\.kind/);
    expect(() => readQuestionnaires([file('none.json', 'x')])).toThrow(/none\.json: not JSON/);
  });
});
