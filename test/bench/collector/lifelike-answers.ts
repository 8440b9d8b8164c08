import type { AnswerRecord } from '../../../shared/answers/answer-record.ts';
import { uuidV7 } from '../../../shared/answers/uuid-v7.ts';
import { record } from '../../demo/collector/open-collector.ts';

const START_MS = Date.parse('2026-03-01T08:00:00Z');
const ATTRIBUTES = ['art', 'food', 'store', 'sign', 'walkway', 'screen', 'info', 'wifi'];
const WORDS = 'the line at security was long and staff friendly but seats few near gate more food late'.split(
  ' ',
);
const TIERS = ['gold', 'silver', 'plain'];

/**
 * Answers that differ as real ones do, so that a store that compresses is not flattered: ids of chance, scores of
 * eight attributes, a comment in one of four.
 *
 * @param random from 0 to below 1
 */
export function lifelikeAnswers(count: number, random: () => number): AnswerRecord[] {
  const below = (bound: number): number => Math.floor(random() * bound);
  return Array.from({ length: count }, (_, at) => {
    const shownMs = START_MS + at * 10 + below(10);
    const durationMs = 3_000 + below(60_000);
    const satisfaction = Object.fromEntries(ATTRIBUTES.map((name) => [name, 1 + below(5)]));
    const words = Array.from({ length: 6 + below(20) }, () => WORDS[below(WORDS.length)]);
    const why = random() < 0.25 ? { why: words.join(' ') } : {};
    return record(at, {
      id: uuidV7(
        shownMs,
        Uint8Array.from({ length: 10 }, () => below(256)),
      ),
      shownAt: new Date(shownMs).toISOString(),
      answeredAt: new Date(shownMs + durationMs).toISOString(),
      durationMs,
      context: { touchpoint: 'arrivals', tier: TIERS[below(3)] },
      answers: { csat: 1 + below(5), nps: below(11), service: { satisfaction }, ...why },
      skipped: 'why' in why ? [] : ['why'],
      notApplicable: {},
      order: { service: ATTRIBUTES },
    });
  });
}
