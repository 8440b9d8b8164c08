import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openSqliteStore } from '../collector/sqlite-store.ts';
import { sampleRecords } from './sample-records.ts';

const { values } = parseArgs({
  options: {
    database: { type: 'string', default: 'fourfold.db' },
    csv: { type: 'string', default: 'demo/data/sfo_2017.csv' },
  },
});

const records = sampleRecords(readFileSync(values.csv, 'utf8'));
const store = await openSqliteStore(values.database);
// The ids are made from the rows, so what is there already is a duplicate, and what was removed is refused.
const { stored, duplicate, refused } = await store.put(records, new Date());
await store.close();
const counts = [
  `${stored.length} imported`,
  `${duplicate.length} there already`,
  `${refused.length} removed before`,
];
console.log(`Sample answers: ${counts.filter((count) => !count.startsWith('0 ')).join(', ')}`);
