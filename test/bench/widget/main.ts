import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../../support/browser.ts';
import { table } from '../../support/docs/table.ts';
import { judge } from './limits.ts';
import type { Visit } from './measure-visit.ts';
import { measureVisit, SLOWDOWN } from './measure-visit.ts';
import type { Variant } from './site.ts';
import { openSite, VARIANTS } from './site.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '15' } } });
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1)
  throw new RangeError(`bench: expected --rounds to be a whole number from 1, got ${values.rounds}`);

const variants = Object.keys(VARIANTS) as Variant[]; // its own keys
const visits: Record<Variant, Visit[]> = { none: [], hand: [], fourfold: [], notAsked: [] };
const site = await openSite();
const browser = await launchBrowser();
try {
  for (const variant of variants) await measureVisit(browser, site.origin, variant); // the browser itself warms up
  for (let round = 0; round < rounds; round += 1) {
    // Each one begins a round as often as the others: what else runs on the machine meets all alike.
    for (let turn = 0; turn < variants.length; turn += 1) {
      const variant = variants[(round + turn) % variants.length];
      visits[variant].push(await measureVisit(browser, site.origin, variant));
    }
  }
} finally {
  await browser.close();
  site.close();
}

const lines = judge(visits);
const [processor] = cpus();
console.log(
  table(
    ['median of a cold visit', 'hand-written', 'Fourfold', 'ratio', 'limit', ''],
    lines.map(({ what, hand, fourfold, ratio, limit, holds }) => [
      ...[what, hand, fourfold, ratio, limit],
      limit === '' ? '' : holds ? 'holds' : 'BROKEN',
    ]),
  ),
);
console.log(
  `\n${rounds} rounds, interleaved; processor slowed ${SLOWDOWN} times. Chromium ${browser.version()}, Node ${process.version}, ` +
    `${cpus().length} × ${processor.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB.`,
);
const broken = lines.filter(({ holds }) => !holds);
if (broken.length > 0) console.log(`\nBroken: ${broken.map(({ what }) => what).join(', ')}.`);
process.exitCode = broken.length > 0 ? 1 : 0;
