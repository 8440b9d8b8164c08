// Prints the cases that were counted under faults as a Markdown table with its sum. Fails when one has lost or doubled
// an answer, and when one is missing that a release has to go through; these are named.
import { readFileSync } from 'node:fs';
import { missingCases, REQUIRED } from './required-cases.mjs';

const COUNTS = ['given', 'lost', 'doubled', 'resent'];
const rows = readFileSync(process.argv[2], 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line))
  .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
const sum = (count) => rows.reduce((total, row) => total + row[count], 0);
const total = { name: 'all', where: '', ...Object.fromEntries(COUNTS.map((count) => [count, sum(count)])) };

console.log('| case | browser or store | given | lost | doubled | re-sent |\n|---|---|--:|--:|--:|--:|');
for (const row of [...rows, total]) {
  const name = row.name.replaceAll('|', '\\|');
  console.log(`| ${[name, row.where, ...COUNTS.map((count) => row[count])].join(' | ')} |`);
}
const missing = missingCases(rows);
for (const { place, cases } of missing) console.log(`Missing in ${place}: ${cases.join(', ')}`);
const cases = new Set(Object.values(REQUIRED).flat()).size;
const counted = COUNTS.map((count) => `${total[count].toLocaleString('en')} ${count}`).join(', ');
console.log(`\n${cases} cases, ${rows.length} rows: ${counted}.`);
process.exitCode = missing.length === 0 && total.lost === 0 && total.doubled === 0 ? 0 : 1;
