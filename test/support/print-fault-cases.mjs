// Prints the cases that were counted under faults as a Markdown table with its sum. Fails when one has lost or doubled
// an answer, and when none was counted.
import { readFileSync } from 'node:fs';

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
  console.log(`| ${[row.name, row.where, ...COUNTS.map((count) => row[count])].join(' | ')} |`);
}
process.exitCode = rows.length > 0 && total.lost === 0 && total.doubled === 0 ? 0 : 1;
