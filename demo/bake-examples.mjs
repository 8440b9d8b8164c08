// Bakes the examples that the report's empty page links to, by the built command line, as an owner bakes a report.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const DATA = 'demo/data';
const FOLDER = 'dist/report/examples';

/** Each stands in the folder of data as a table, and the mapping beside it. */
const EXAMPLES = [
  { name: 'sfo_2017', options: [] },
  { name: 'sfo_trend_2010_2018', options: [] },
  { name: 'asap_reviews_zh', options: ['--comments'] },
];
/** What their licences want to go with them. */
const PAPERS = ['LICENSE-asap.txt', 'LICENSE-sfo.txt', 'README.md'];

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER);
for (const { name, options } of EXAMPLES) {
  const [table, mapping] = [`${name}.csv`, `${name}.map.json`];
  const files = [join(DATA, table), '--map', join(DATA, mapping), '-o', join(FOLDER, `${name}.html`)];
  const result = spawnSync(process.execPath, ['dist/cli.js', 'report', ...files, ...options, '--strict'], {
    encoding: 'utf8',
  });
  if (result.status !== 0) {
    console.error(`bake-examples: ${name} could not be baked\n${result.stderr}`);
    process.exit(1);
  }
  for (const file of [table, mapping]) copyFileSync(join(DATA, file), join(FOLDER, file));
}
for (const file of PAPERS) copyFileSync(join(DATA, file), join(FOLDER, file));
