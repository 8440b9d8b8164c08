// Writes the answers of some sites, a file each, and prints how many gave which point: as JSON, by column.
// Arguments: folder, number of the first site, number of sites, respondents of each.
import { join } from 'node:path';
import { generate } from '../report/generate.mjs';

const [folder, first, sites, respondents] = process.argv.slice(2);
const sum = {};
for (let site = Number(first); site < Number(first) + Number(sites); site++) {
  const { truth } = generate(Number(respondents), { csv: join(folder, `${site}.csv`), seed: site + 1, site });
  for (const [key, counts] of Object.entries(truth))
    sum[key] = counts.map((count, point) => count + (sum[key]?.[point] ?? 0));
}
console.log(JSON.stringify(sum));
