import { describe, expect, it } from 'vitest';
import { readCommand } from '../../../demo/collector/cli.ts';
import { parseSinkAddress } from '../../../demo/collector/sink-address.ts';

describe('parseSinkAddress(text, environment)', () => {
  it('reads host, port, database, name and password', () => {
    expect(parseSinkAddress('clickhouse://feeder:a%40b@ch.example:8124/answers', {})).toEqual({
      origin: 'http://ch.example:8124',
      database: 'answers',
      user: 'feeder',
      password: 'a@b',
    });
  });

  it('has the defaults of ClickHouse, and of its secure interface', () => {
    const rest = { database: 'default', user: 'default', password: '' };
    expect(parseSinkAddress('clickhouse://localhost', {})).toEqual({
      origin: 'http://localhost:8123',
      ...rest,
    });
    expect(parseSinkAddress('clickhouse://localhost/?secure=true', {})).toEqual({
      origin: 'https://localhost:8443',
      ...rest,
    });
    expect(parseSinkAddress('clickhouse://[::1]:9/', {}).origin).toBe('http://[::1]:9');
  });

  it('takes name and password from the environment where the address has none', () => {
    const environment = { CLICKHOUSE_USER: 'feeder', CLICKHOUSE_PASSWORD: 'secret' };
    expect(parseSinkAddress('clickhouse://localhost', environment)).toMatchObject({
      user: 'feeder',
      password: 'secret',
    });
    expect(parseSinkAddress('clickhouse://other@localhost', environment)).toMatchObject({
      user: 'other',
      password: 'secret',
    });
    expect(parseSinkAddress('clickhouse://other:own@localhost', environment).password).toBe('own');
  });

  it.each([
    'localhost:8123',
    'http://u:secret@localhost:8123/db',
    'clickhouse://u:secret@/db',
    'clickhouse://u:secret@localhost/a/b',
    'clickhouse://u:secret@localhost/db?secure=yes',
    'clickhouse://u:secret@localhost/db?compress=1',
    'clickhouse://u:secret@localhost:99999/db',
    'clickhouse://u:sec%ret@localhost/db',
    '',
  ])('refuses %j, says what it expects and does not repeat it', (text) => {
    const parse = (): unknown => parseSinkAddress(text, {});
    expect(parse).toThrow(RangeError);
    expect(parse).toThrow(/^--sink: expected such as clickhouse:\/\/user:password@host:8123\/database/);
  });
});

describe('readCommand(args, environment) with --sink', () => {
  const args = ['--token', 'a-token-for-tests', '--sink', 'clickhouse://u:secret@localhost/db'];
  const environment = { DATABASE_URL: 'postgres://fourfold@localhost/fourfold' };

  it('takes it beside PostgreSQL', () => {
    expect(readCommand(args, environment)).toMatchObject({
      options: { sink: { origin: 'http://localhost:8123', database: 'db', user: 'u', password: 'secret' } },
    });
  });

  it.each([
    [args, {}],
    [[...args, '--database', 'a.db'], environment],
  ] as const)('refuses it beside SQLite and names the remedy', (given, variables) => {
    const command = readCommand(given, variables);
    expect(command).toMatchObject({ kind: 'print', exitCode: 2 });
    expect(command.kind === 'print' && command.text).toMatch(
      /--sink: expected answers in PostgreSQL.*DATABASE_URL/,
    );
    expect(command.kind === 'print' && command.text).not.toContain('secret');
  });
});
