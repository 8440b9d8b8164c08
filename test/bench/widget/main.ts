import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../../support/browser.ts';
import { table } from '../../support/docs/table.ts';
import { judge } from './limits.ts';
import type { Visit } from './measure-visit.ts';
import { measureVisit, SLOWDOWN } from './measure-visit.ts';
import type { Site, Variant } from './site.ts';
import { openSite, VARIANTS } from './site.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '45' } } });
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1)
  throw new RangeError(`bench: expected --rounds to be a whole number from 1, got ${values.rounds}`);

const variants = Object.keys(VARIANTS) as Variant[]; // its own keys
const visits: Record<Variant, Visit[]> = { none: [], hand: [], fourfold: [], notAsked: [] };
// Each has a server of its own: none finds warm what another has warmed.
const opened = await Promise.all(variants.map(async (variant) => [variant, await openSite()] as const));
const sites = Object.fromEntries(opened) as Record<Variant, Site>;
const browser = await launchBrowser();
const visit = (variant: Variant) => measureVisit(browser, sites[variant].origin, variant);
try {
  for (const variant of variants) await visit(variant); // the browser itself warms up
  for (let round = 0; round < rounds; round += 1) {
    // By lot: nothing else that comes and goes on the machine meets one more often than the others.
    const lots = variants.map((variant) => ({ variant, lot: Math.random() })).sort((a, b) => a.lot - b.lot);
    for (const { variant } of lots) visits[variant].push(await visit(variant));
    if (process.stderr.isTTY) process.stderr.write(`\rround ${round + 1} of ${rounds}\x1b[K`);
  }
} finally {
  await browser.close();
  for (const [, site] of opened) site.close();
}

const lines = judge(visits);
const [processor] = cpus();
console.log(
  table(
    ['median of a cold visit', 'hand-written', 'Fourfold', 'ratio', '95 %', 'limit', ''],
    lines.map(({ what, hand, fourfold, ratio, interval, limit, holds }) => [
      ...[what, hand, fourfold, ratio, interval, limit],
      limit === '' ? '' : holds ? 'holds' : 'BROKEN',
    ]),
  ),
);
console.log(
  `\n${rounds} rounds, each in an order by lot; processor slowed ${SLOWDOWN} times. Chromium ${browser.version()}, Node ${process.version}, ` +
    `${cpus().length} × ${processor.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB.`,
);
const broken = lines.filter(({ holds }) => !holds);
if (broken.length > 0) console.log(`\nBroken: ${broken.map(({ what }) => what).join(', ')}.`);
process.exitCode = broken.length > 0 ? 1 : 0;
