import { afterAll, describe, vi } from 'vitest';
import { SQLITE, postgresKind } from '../support/store-homes.ts';
import { erasure } from './erasure.ts';
import { exports } from './exports.ts';
import { receipts } from './receipts.ts';
import { snapshots } from './snapshots.ts';

// A server has to be started for it, or PGlite to be copied.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

describe.each([SQLITE, await postgresKind()])('AnswerStore on $name', (kind) => {
  // Each in a group of its own: what one does before each of its tests is nothing to the others.
  describe('receipts', () => receipts(kind));
  describe('erasure', () => erasure(kind));
  describe('exports', () => exports(kind));
  describe('snapshots', () => snapshots(kind));
  afterAll(() => kind.end());
});
