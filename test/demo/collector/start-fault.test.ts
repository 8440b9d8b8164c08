import { describe, expect, it } from 'vitest';
import { StoreFailure } from '../../../demo/collector/answer-store.ts';
import { readCommand } from '../../../demo/collector/cli.ts';
import { startFault } from '../../../demo/collector/start-fault.ts';

const command = readCommand(['--token', 'a-token-for-tests', '--port', '4444'], {});
if (command.kind !== 'run') throw new Error(command.text);
const { options } = command;
const coded = (code: string, message: string): Error => Object.assign(new Error(message), { code });

describe('startFault(error, options)', () => {
  it.each([
    ["Cannot find package 'pg' imported from /srv/dist/collector/postgres-pools.js", 'pg'],
    ["Cannot find package 'libsql' imported from /srv/dist/collector/sqlite-store.js", 'libsql'],
    ["Cannot find package '@hono/node-server' imported from /srv/x.js", 'hono @hono/node-server'],
    ["Cannot find package 'hono' imported from /srv/x.js", 'hono @hono/node-server'],
  ])('%s: names what to install', (message, packages) => {
    const fault = startFault(coded('ERR_MODULE_NOT_FOUND', message), options);
    expect(fault).toBe(`a package is missing. Run: npm install ${packages}`);
  });

  it('knows the part of a driver that belongs to one kind of machine', () => {
    const error = coded('MODULE_NOT_FOUND', "Cannot find module '@libsql/linux-x64-gnu'\nRequire stack: …");
    expect(startFault(error, options)).toContain('npm install libsql');
  });

  it('gives other errors as they are, and why a database did not open', () => {
    expect(startFault(new Error('a.json: not JSON'), options)).toBe('a.json: not JSON');
    expect(startFault(coded('EADDRINUSE', 'listen'), options)).toContain('port 4444 is in use');
    const failure = new StoreFailure('unavailable', new Error('no such file'));
    expect(startFault(failure, options)).toMatch(/cannot be opened: no such file\. Check that the folder of/);
  });
});
