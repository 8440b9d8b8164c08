// Runs every `bench:…` of package.json, one after another, and writes what they measured to RESULTS.md beside this file;
// fails where one has found a limit broken. Names as arguments run only these: `npm run bench -- widget report`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { format, resolveConfig } from 'prettier';

const RESULTS = new URL('RESULTS.md', import.meta.url);
const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const wanted = process.argv.slice(2);
const names = Object.keys(scripts)
  .filter((name) => name.startsWith('bench:'))
  .map((name) => name.slice('bench:'.length));
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0)
  throw new RangeError(`bench: expected some of ${names.join(', ')}, got ${unknown.join(', ')}`);

const sections = [];
const failed = [];
for (const name of wanted.length > 0 ? wanted : names) {
  console.log(`\n## ${name}\n`);
  const { output, status } = await run(name);
  if (status !== 0) failed.push(name);
  sections.push({ name, text: measuredIn(output), status });
}

const [processor] = cpus();
const text = `# What was measured

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${processor.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}. Times hang on the machine; what counts are the ratios, each within one run. Limits are those that the product has set itself; what is marked BROKEN does not meet them yet.

${sections.map(({ name, text: table, status }) => `## \`npm run bench:${name}\`${status === 0 ? '' : ': a limit is broken'}\n\n${table}`).join('\n\n')}
`;
const options = await resolveConfig(RESULTS);
if (wanted.length === 0) writeFileSync(RESULTS, await format(text, { ...options, parser: 'markdown' }));
console.log(failed.length === 0 ? '\nEvery limit holds.' : `\nSee above: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;

/** Tables and the sentences below them; a blank line before each table. */
function measuredIn(output) {
  const lines = output.split('\n').filter((line) => /^\||^[\dA-Z].*\.$/.test(line));
  const begins = (at) =>
    line(at).startsWith('|') !== line(at - 1).startsWith('|') || /^\|[-:| ]+$/.test(line(at + 1));
  const line = (at) => lines[at] ?? '';
  return lines.map((text, at) => (at > 0 && begins(at) ? `\n${text}` : text)).join('\n');
}

/** Runs one, shows what it prints as it comes, and keeps it. */
async function run(name) {
  const bench = spawn('npm', ['run', '--silent', `bench:${name}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, NO_COLOR: '1' },
  });
  let output = '';
  bench.stdout.on('data', (part) => {
    process.stdout.write(part);
    output += part;
  });
  const [status] = await once(bench, 'close');
  return { output, status };
}
