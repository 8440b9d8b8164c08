import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const CONFIGURATION = ['vite.config.ts', 'package-lock.json'];

const VITE = join('node_modules', 'vite', 'bin', 'vite.js');

/** What is built, in order: by which mode or script, into which file, and what it is made from. */
const BUILDS = [
  { mode: 'widget', output: 'dist/widget/chunks', sources: ['widget', 'shared'] },
  { mode: 'loader', output: 'dist/widget/fourfold.js', sources: ['widget', 'shared'] },
  { mode: 'report', output: 'dist/report/index.html', sources: ['report', 'shared'] },
  { mode: 'cli', output: 'dist/cli.js', sources: ['report', 'shared'] },
  {
    script: 'demo/bake-examples.mjs',
    output: 'dist/report/examples/README.md',
    sources: ['demo/bake-examples.mjs', 'demo/data', 'dist/report/index.html', 'dist/cli.js'],
  },
  { mode: 'collector', output: 'dist/collector.js', sources: ['demo/collector', 'shared'] },
  { mode: 'demo', output: 'dist/sample.js', sources: ['demo/sample', 'demo/collector', 'shared'] },
];

/**
 * Builds what is missing or older than what it is made from.
 *
 * @param {(text: string) => void} say told of each build
 * @throws Error that holds what the failed build has printed
 */
export function buildWhatChanged(say) {
  for (const { mode, script, output, sources } of BUILDS) {
    const made = changedAt(output);
    if (made > Math.max(...[...CONFIGURATION, ...sources].map(changedAt))) continue;
    say(`Building: ${mode ?? 'examples'}`);
    const program = script === undefined ? [VITE, 'build', '--mode', mode, '--logLevel', 'warn'] : [script];
    const result = spawnSync(process.execPath, program, { encoding: 'utf8' });
    if (result.status !== 0)
      throw new Error(`the build of ${mode ?? script} failed\n${result.stdout}${result.stderr}`);
  }
}

/** When a file, or anything in a folder, was last changed, in ms; a folder changes when a file in it goes. */
function changedAt(path) {
  const state = statSync(path, { throwIfNoEntry: false });
  if (state === undefined) return 0;
  if (!state.isDirectory()) return state.mtimeMs;
  return Math.max(state.mtimeMs, ...readdirSync(path).map((name) => changedAt(join(path, name))));
}
