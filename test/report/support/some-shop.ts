const STOPS = ['Search', 'Order', 'Delivery', 'Support'] as const;
const TIERS = ['gold', 'silver', 'plain'] as const;
const SERVICE = { speed: -0.6, price: -0.2, staff: 0.4, choice: 0.2, returns: -0.4, app: 0.3 } as const;
const QUALITY = ['tangibles', 'reliability', 'responsiveness', 'assurance', 'empathy'] as const;

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const onScale = (value: number, min: number, max: number): number =>
  Math.max(min, Math.min(max, Math.round(value)));

/** Answers of a made-up shop that has every panel's columns, as NDJSON; always the same for a seed. */
export function someShop(people: number, seed = 11): string {
  const next = random(seed);
  const noise = (): number => next() + next() + next() + next() - 2;
  const pick = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)];
  const battery = (
    names: readonly string[],
    of: (name: string, at: number) => number,
  ): Record<string, number> =>
    Object.fromEntries(names.map((name, at) => [name, onScale(of(name, at), 1, 5)]));
  const lines = Array.from({ length: people }, (_, person) => {
    const at = new Date(
      Date.UTC(2026, Math.floor(next() * 4), 1 + Math.floor(next() * 28), 10),
    ).toISOString();
    const [touchpoint, tier] = [pick(STOPS), pick(TIERS)];
    const base = 3.6 + (touchpoint === 'Delivery' ? -0.8 : 0) + (tier === 'gold' ? 0.4 : 0) + 0.6 * noise();
    const names = Object.keys(SERVICE) as (keyof typeof SERVICE)[]; // its own keys
    const answers = {
      csat: onScale(base, 1, 5),
      nps: onScale(2 * base + noise(), 0, 10),
      level: onScale(base + 0.5 + noise() / 2, 1, 6),
      stay: onScale(base, 1, 5),
      service: {
        importance: battery(names, (_name, k) => 4.4 - 0.3 * k + 0.7 * noise()),
        satisfaction: battery(names, (name) => base + SERVICE[name as keyof typeof SERVICE] + 0.5 * noise()), // of these
      },
      quality: {
        expectation: battery(QUALITY, (_name, k) => 4.2 - 0.1 * k + 0.5 * noise()),
        perception: battery(QUALITY, (_name, k) => base + 0.1 * k + 0.3 * noise()),
      },
    };
    return JSON.stringify({
      ...{
        schemaVersion: 1,
        id: `0195f3a0-0000-7000-8000-${person.toString(16).padStart(12, '0')}`,
        revision: 1,
        survey: 'shop',
        surveyVersion: 1,
      },
      ...{
        status: person % 9 === 0 ? 'dismissed' : 'completed',
        shownAt: at,
        answeredAt: at,
        durationMs: 9_000,
      },
      ...{ locale: 'en', context: { touchpoint, tier }, answers: person % 9 === 0 ? {} : answers },
      ...{ skipped: [], notApplicable: {}, order: {} },
    });
  });
  return `${lines.join('\n')}\n`;
}

/** The shop's questionnaire, beside which its answers are understood. */
export const SHOP_QUESTIONNAIRE = JSON.stringify({
  ...{ id: 'shop', version: 1, title: { en: 'Shop', 'zh-CN': '商店' } },
  context: { tier: { en: 'Tier', 'zh-CN': '客户等级' } },
  questions: [
    { id: 'csat', kind: 'csat' },
    { id: 'nps', kind: 'nps' },
    { id: 'level', kind: 'rating', label: 'Level of service', scale: { min: 1, max: 6 } },
    { id: 'stay', kind: 'rating', label: 'Would stay' },
    {
      ...{ id: 'service', kind: 'battery', ask: ['importance', 'satisfaction'] },
      attributes: Object.keys(SERVICE).map((id) => ({
        id,
        label: { en: `The ${id}`, 'zh-CN': `项目 ${id}` },
      })),
    },
    {
      ...{ id: 'quality', kind: 'battery', ask: ['expectation', 'perception'] },
      attributes: QUALITY.map((id) => ({ id, label: id })),
    },
  ],
});
