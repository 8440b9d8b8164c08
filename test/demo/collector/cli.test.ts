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
        database: 'fourfold.db',
        token: 'a-token-for-tests',
        allowOrigins: [],
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

  it('prints its options for --help', () => {
    expect(readCommand(['--help'], {})).toMatchObject({ kind: 'print', exitCode: 0 });
  });

  it.each([
    [[]],
    [['--token', 'short']],
    [['--token', 'a token with blanks']],
    [[...token, '--port', 'x']],
    [[...token, '--port', '65536']],
    [[...token, '--allow-origin', 'https://a.example/']],
    [[...token, '--allow-origin', '*']],
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
