import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { generate } from './generate.mjs';
import { inChromium } from './in-chromium.mjs';

const HERE = import.meta.dirname;
const ROOT = resolve(HERE, '../../..');
const SIZES = (process.env.FOURFOLD_BENCH_ROWS ?? '1000000,5000000').split(',').map(Number);
/**
 * Ratios of processor time, megabytes by rows, milliseconds. First figures are those of the rows read so far; of a
 * filter that keeps every record, `points` are the overview, the matrix points and their intervals, `filter` is all.
 */
const LIMITS = {
  csv: 2.2,
  ndjson: 3,
  memory: { 1000000: 150, 5000000: 350 },
  first: 500,
  points: 500,
  filter: 2000,
  longTasks: 0,
};
/** NDJSON is three times as large: its ratio is taken at the smallest size. */
const NDJSON_ROWS_MAX = 1_000_000;
/** Limits of a filter are for so many rows. */
const FILTER_ROWS = 1_000_000;
/** Readings are done in turn, and each is judged by its median: other work on the machine disturbs them all alike. */
const ROUNDS = 5;

if (!existsSync(join(HERE, 'node_modules')))
  execFileSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: HERE, stdio: 'inherit' });

const code = await workerCode();
const folder = mkdtempSync(join(tmpdir(), 'fourfold-bench-'));
const broken = [];
const lines = [];
try {
  for (const rows of SIZES) await measure(rows);
} finally {
  rmSync(folder, { recursive: true });
}
console.log(
  [
    '| rows | what | wall s | processor s | × reading | MB | limit |',
    '|--:|---|--:|--:|--:|--:|---|',
    ...lines,
  ].join('\n'),
);
if (broken.length > 0) {
  console.error(`\nBroken:\n${broken.map((line) => `- ${line}`).join('\n')}`);
  process.exitCode = 1;
}

async function measure(rows) {
  const csv = join(folder, `${rows}.csv`);
  const ndjson = rows <= NDJSON_ROWS_MAX ? join(folder, `${rows}.ndjson`) : undefined;
  const { truth } = generate(rows, { csv, ...(ndjson && { ndjson }) });
  for (const [form, file] of [['csv', csv], ...(ndjson ? [['ndjson', ndjson]] : [])]) {
    const [bytes, chunks, columns] = await inTurn(['bytes', 'chunks', 'columns'], file);
    if (bytes.bytes !== statSync(file).size) broken.push(`${form}: ${bytes.bytes} bytes were read`);
    put(rows, `read the bytes of ${form}`, bytes, 1, '');
    put(rows, `the same, into one buffer as the engine does`, chunks, chunks.cpu / bytes.cpu, '');
    const ratio = columns.cpu / bytes.cpu;
    put(rows, `engine, ${form}`, columns, ratio, `${LIMITS[form]}×${memoryLimit(rows)}`);
    check(`${rows} rows: ${form} takes ${ratio.toFixed(2)}× reading`, ratio <= LIMITS[form]);
    check(
      `${rows} rows: ${form} takes ${columns.memory.toFixed(0)} MB`,
      !(columns.memory > LIMITS.memory[rows]),
    );
    equal(rows, `engine, ${form}`, columns, truth);
    if (columns.rejected !== 0) broken.push(`${form}: ${columns.rejected} were rejected`);
  }
  const figures = await inChromium(code, 'figures', csv);
  put(rows, 'engine with every figure, csv', figures, undefined, '');
  for (const name of ['first', 'points', 'filter', 'longTasks']) {
    lines.push(
      `| ${rows} | ${name} | ${(figures[name] ?? NaN).toFixed(0)} ${name === 'longTasks' ? '' : 'ms'} | | | | ${LIMITS[name]} |`,
    );
    check(
      `${rows} rows: ${name} is ${figures[name]}`,
      figures[name] <= LIMITS[name] || (['points', 'filter'].includes(name) && rows > FILTER_ROWS),
    );
  }
  for (const name of ['papaparse', 'duckdb']) {
    const peer = JSON.parse(
      execFileSync(process.execPath, [join(HERE, 'peers.mjs'), name, csv], { maxBuffer: 1 << 26 }).toString(),
    );
    put(rows, `${name} (in Node)`, peer, undefined, '');
    equal(rows, name, peer, truth);
  }
}

/** What each task took in the middle one of the rounds in which they take turns. */
async function inTurn(tasks, file) {
  const results = tasks.map(() => []);
  for (let round = 0; round < ROUNDS; round++)
    for (const [at, task] of tasks.entries()) results[at].push(await inChromium(code, task, file));
  return results.map((all) => ({
    ...all[0],
    ...Object.fromEntries(
      ['wall', 'cpu', 'memory'].map((name) => [
        name,
        all.map((one) => one[name]).sort((a, b) => a - b)[ROUNDS >> 1],
      ]),
    ),
  }));
}

function memoryLimit(rows) {
  return LIMITS.memory[rows] === undefined ? '' : `, ${LIMITS.memory[rows]} MB`;
}

function put(rows, what, { wall, cpu, memory }, ratio, limit) {
  const cells = [
    (wall / 1000).toFixed(2),
    (cpu / 1000).toFixed(2),
    ratio?.toFixed(2) ?? '',
    memory.toFixed(0),
  ];
  lines.push(`| ${rows} | ${what} | ${cells.join(' | ')} | ${limit} |`);
  console.error(lines.at(-1));
}

function check(what, holds) {
  if (!holds) broken.push(what);
}

/** All must count the same answers: those that the generator wrote. */
function equal(rows, who, result, truth) {
  if (result.rows !== rows) broken.push(`${who}: ${result.rows} of ${rows} rows`);
  for (const [key, points] of Object.entries(truth)) {
    const found = points.map((_, point) => result.counts[key]?.[point] ?? 0);
    if (found.join() !== points.join())
      broken.push(`${who}: ${key} is counted otherwise than it was written`);
  }
}

async function workerCode() {
  const { output } = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      rolldownOptions: { input: join(HERE, 'bench-worker.ts'), output: { format: 'iife' } },
    },
  });
  return output[0].code;
}
