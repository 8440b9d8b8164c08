// Runs every `bench:…` of package.json, one after another; fails where one has found a limit broken.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const names = Object.keys(scripts).filter((name) => name.startsWith('bench:'));
const failed = names.filter((name) => {
  console.log(`\n## ${name}\n`);
  return (
    spawnSync('npm', ['run', '--silent', name], { stdio: 'inherit', shell: process.platform === 'win32' })
      .status !== 0
  );
});
console.log(failed.length === 0 ? '\nEvery limit holds.' : `\nSee above: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
