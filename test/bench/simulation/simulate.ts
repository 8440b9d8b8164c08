import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSummary } from '../../../shared/summary/parse-summary.ts';
import type { Summary } from '../../../shared/summary/summary.ts';
import { runNode } from './run-node.ts';

/** How answers are made up and counted. */
export interface SimulationPlan {
  readonly sites: number;
  /** Of each site. */
  readonly respondents: number;
  /** Sites whose answers are counted together, by one process. */
  readonly sitesPerShard: number;
  /** Counting side by side. */
  readonly processes: number;
}

/** Answers by column and point, as whoever made them knows. */
export type Truth = Readonly<Record<string, readonly number[]>>;

/** What came of it. */
export interface Simulated {
  readonly summary: Summary;
  readonly text: string;
  readonly truth: Truth;
  /** Of making, counting and adding up together. */
  readonly seconds: number;
  /** Of all files that were counted. */
  readonly bytes: number;
  /** The most that one process held while it counted a shard, and while it added up, in MB. */
  readonly countingMemory: number;
  readonly mergingMemory: number;
}

const CLI = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));
const MAKE = fileURLToPath(new URL('./make-shard.mjs', import.meta.url));
/** So many summaries are added up at a time, as soon as there are so many: the rest wait on the disk. */
const MERGED_AT_ONCE = 8;

/**
 * Makes up the answers of many sites, counts them shard by shard in processes side by side (`fourfold summarize`), and
 * adds the counts up (`fourfold merge`). No process sees more than a shard of answers or a handful of summaries, so
 * that memory does not grow with the number of sites.
 *
 * @throws Error when a process fails or the sum is no summary
 * @example await simulate({ sites: 1_000, respondents: 10_000, sitesPerShard: 20, processes: 2 })
 */
export async function simulate(plan: SimulationPlan): Promise<Simulated> {
  const folder = mkdtempSync(join(tmpdir(), 'fourfold-simulation-'));
  try {
    return await simulateIn(folder, plan);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function simulateIn(
  folder: string,
  { sites, respondents, sitesPerShard, processes }: SimulationPlan,
): Promise<Simulated> {
  const began = performance.now();
  const truth: Record<string, number[]> = {};
  const waiting: string[] = [];
  const starts = Array.from({ length: Math.ceil(sites / sitesPerShard) }, (_, k) => k * sitesPerShard);
  let [bytes, countingMemory, mergingMemory, sums] = [0, 0, 0, 0];

  async function count(first: number): Promise<void> {
    const shard = join(folder, `shard-${first}`);
    mkdirSync(shard);
    const own = Math.min(sitesPerShard, sites - first);
    const made = await runNode(MAKE, [shard, `${first}`, `${own}`, `${respondents}`]);
    for (const [key, counts] of Object.entries(JSON.parse(made.output) as Truth))
      // by make-shard.mjs
      truth[key] = counts.map((answers, point) => answers + (truth[key]?.[point] ?? 0));
    const files = Array.from({ length: own }, (_, k) => join(shard, `${first + k}.csv`));
    for (const file of files) bytes += statSync(file).size;
    const summary = `${shard}.json`;
    const { memory } = await runNode(CLI, ['summarize', ...files, '-o', summary]);
    countingMemory = Math.max(countingMemory, memory);
    rmSync(shard, { recursive: true });
    waiting.push(summary);
  }

  async function addUp(): Promise<void> {
    const parts = waiting.splice(0, MERGED_AT_ONCE);
    const sum = join(folder, `sum-${sums++}.json`);
    const { memory } = await runNode(CLI, ['merge', ...parts, '-o', sum]);
    mergingMemory = Math.max(mergingMemory, memory);
    for (const part of parts) rmSync(part);
    waiting.push(sum);
  }

  async function work(): Promise<void> {
    for (let first = starts.shift(); first !== undefined; first = starts.shift()) {
      await count(first);
      if (waiting.length >= MERGED_AT_ONCE) await addUp();
    }
  }

  await Promise.all(Array.from({ length: processes }, work));
  while (waiting.length > 1) await addUp();
  const text = readFileSync(waiting[0], 'utf8');
  const parsed = parseSummary(JSON.parse(text));
  if (!parsed.ok) throw new Error(`simulate: expected a summary: ${parsed.issues[0]?.message}`);
  const seconds = (performance.now() - began) / 1000;
  return { summary: parsed.value, text, truth, seconds, bytes, countingMemory, mergingMemory };
}

/**
 * Columns whose counts are not what was made; none where the sum is exact.
 *
 * @example differences({ summary, truth }) // []
 */
export function differences({ summary, truth }: Pick<Simulated, 'summary' | 'truth'>): string[] {
  const [slice, ...others] = summary.slices;
  if (!slice || others.length > 0) return [`${summary.slices.length} slices in place of 1`];
  return Object.entries(truth).flatMap(([key, answers]) => {
    const { min } = slice.columns.find((column) => column.key === key) ?? { min: 0 };
    const counts = slice.all.histograms[key]?.counts ?? [];
    return answers.every((made, point) => made === (counts[point - min] ?? 0)) ? [] : [key];
  });
}
