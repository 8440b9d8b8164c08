import { createHash } from 'node:crypto';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { table } from '../../support/docs/table.ts';
import { differences, simulate, type Simulated } from './simulate.ts';

/** Of each site. */
const RESPONDENTS = 10_000;
const SITES_PER_SHARD = 20;
/** Ten times the answers may take so much more time for each, and so much more memory, and no more. */
const [TIME_LIMIT, MEMORY_LIMIT] = [1.3, 1.2];

const { values } = parseArgs({ options: { sites: { type: 'string', default: '1000' } } });
const sites = Number(values.sites);
if (!Number.isInteger(sites) || sites < 10)
  throw new RangeError(`bench: expected --sites to be a whole number from 10, got ${values.sites}`);

const processes = availableParallelism();
const run = (count: number): Promise<Simulated> =>
  simulate({ sites: count, respondents: RESPONDENTS, sitesPerShard: SITES_PER_SHARD, processes });
const tenth = Math.floor(sites / 10);
const runs = [
  { sites: tenth, made: await run(tenth) },
  { sites, made: await run(sites) },
];

const perMillion = (at: number): number => runs[at].made.seconds / ((runs[at].sites * RESPONDENTS) / 1e6);
const memory = ({ countingMemory, mergingMemory }: Simulated): number =>
  Math.max(countingMemory, mergingMemory);
console.log(
  table(
    [
      'respondents',
      'sites',
      'CSV',
      'wall',
      'a million',
      'memory, counting',
      'adding up',
      'summary',
      'sha256',
      '',
    ],
    runs.map(({ sites: count, made }, at) => [
      (count * RESPONDENTS).toLocaleString('en'),
      count.toLocaleString('en'),
      `${(made.bytes / 1e9).toFixed(2)} GB`,
      `${made.seconds.toFixed(0)} s`,
      `${perMillion(at).toFixed(1)} s`,
      `${made.countingMemory.toFixed(0)} MB`,
      `${made.mergingMemory.toFixed(0)} MB`,
      `${(made.text.length / 1e6).toFixed(1)} MB`,
      createHash('sha256').update(made.text).digest('hex').slice(0, 8),
      differences(made).length === 0 ? 'exact' : `WRONG: ${differences(made).join(', ')}`,
    ]),
  ),
);
const slower = perMillion(1) / perMillion(0);
const larger = memory(runs[1].made) / memory(runs[0].made);
console.log(
  `\nTen times the answers: ${slower.toFixed(2)} × the time of each (limit ${TIME_LIMIT}), ${larger.toFixed(2)} × the memory ` +
    `(limit ${MEMORY_LIMIT}). ${processes} processes side by side, ${SITES_PER_SHARD} sites a shard; made, counted, added up. ` +
    `Node ${process.version}, ${cpus().length} × ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB.`,
);
const holds =
  runs.every(({ made }) => differences(made).length === 0) && slower <= TIME_LIMIT && larger <= MEMORY_LIMIT;
process.exitCode = holds ? 0 : 1;
