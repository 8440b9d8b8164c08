import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sqliteHome } from '../../support/store-homes.ts';
import { CollectorUnderTest, idOf, record } from './open-collector.ts';

let file: string;
let collector: CollectorUnderTest;
beforeEach(async () => {
  const home = sqliteHome();
  file = home.file;
  collector = await CollectorUnderTest.open({}, home);
});
afterEach(() => collector.remove());

describe('DELETE /responses on SQLite', () => {
  it('leaves no trace of the comment and the id on the disk, after an export too', async () => {
    await secret();
    await (await collector.owner('/export.csv')).text();
    await collector.owner('/responses?context.customer=9', 'DELETE');
    expect(onDisk()).not.toContain('Ridgeway');
    expect(onDisk()).not.toContain(idOf(6));
  });

  it('leaves no trace once an export that was under way has ended', async () => {
    await secret();
    const snapshot = await collector.store.snapshot();
    await collector.owner('/responses?context.customer=9', 'DELETE');
    await snapshot.close();
    expect(onDisk()).not.toContain('Ridgeway');
  });
});

function secret(): Promise<Response> {
  const answers = { why: 'Ask for Mrs Ridgeway-Thornbury' };
  return collector.post([record(6, { context: { customer: '9' }, answers })]);
}

function onDisk(): string {
  return readFileSync(file, 'latin1') + readFileSync(`${file}-wal`, 'latin1');
}
