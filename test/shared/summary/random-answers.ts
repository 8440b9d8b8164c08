import {
  CELL_NOT_APPLICABLE,
  CELL_REJECTED,
  CELL_SKIPPED,
  type Columns,
} from '../../../report/engine/columns.ts';
import { ColumnsBuilder } from '../../../report/engine/columns-builder.ts';
import { uniformDraws } from '../../../shared/statistics/normal-draws.ts';
import type { ScoreRules } from '../../../shared/summary/score-rules.ts';
import type { RecordStatus, ScaleDefinition } from '../../../shared/summary/summary.ts';

/** One made-up record. */
export interface RandomRecord {
  readonly id: string;
  readonly survey: string;
  readonly surveyVersion?: number;
  readonly audience?: string;
  readonly status: RecordStatus;
  readonly shownAt?: number;
  readonly sample?: number;
  readonly durationMs?: number;
  /** In units of 1e-10. */
  readonly weight?: number;
  readonly period?: { readonly label: string; readonly order: number };
  /** Context fields. */
  readonly fields: Readonly<Record<string, string>>;
  /** Value by column key, or a code from 1000 on for a missing answer. */
  readonly cells: Readonly<Record<string, number>>;
}

export const MISSING = { skipped: 1000, notApplicable: 1001, rejected: 1002 } as const;

type Role = 'satisfaction' | 'importance' | 'expectation' | 'perception';

const attribute = (role: Role, name: string): ScaleDefinition => ({
  key: `service.${role}.${name}`,
  role,
  question: 'service',
  attribute: name,
  min: 1,
  max: 5,
});

export const SCALES: readonly ScaleDefinition[] = [
  { key: 'nps', role: 'nps', question: 'nps', min: 0, max: 10 },
  { key: 'csat', role: 'csat', question: 'csat', min: 1, max: 5, label: 'Overall' },
  attribute('satisfaction', 'speed'),
  attribute('satisfaction', 'parking'),
  attribute('satisfaction', 'wifi'),
  attribute('importance', 'speed'),
  attribute('importance', 'parking'),
  { key: 'effort', role: 'rating', question: 'effort', min: 0, max: 100 },
  { key: 'ces', role: 'ces', question: 'ces', min: 1, max: 7 },
  { key: 'stay', role: 'rating', question: 'stay', min: 1, max: 10 },
  attribute('expectation', 'speed'),
  attribute('perception', 'speed'),
  attribute('expectation', 'wifi'),
  attribute('perception', 'wifi'),
  { key: 'buyMore', role: 'rating', question: 'buyMore', min: 1, max: 5 },
  { key: 'image', role: 'rating', question: 'image', min: 1, max: 10 },
];

/** Rules that score such records: what one means to do, what one gets for what, an index of two items. */
export const RULES: ScoreRules = {
  loyalty: { intents: ['stay', 'buyMore', 'nps'], loyalFrom: 0.75, driftingUpTo: 0.25 },
  deliveredValue: {
    values: ['service.perception.speed', 'service.perception.wifi'],
    costs: ['service.expectation.speed', 'service.expectation.wifi'],
  },
  index: [{ factor: 'image', items: ['image', 'stay'] }],
};

const PERIODS = [
  { label: 'second wave', order: 2 },
  { label: 'first wave', order: 1 },
];

/** Most within an hour and a half, so that some prompts are still open; some days and weeks later. */
function timeOf(share: number): number {
  return share < 0.6 ? Math.floor(share * 150) * 60_000 : -Math.floor(share * 60) * 86_400_000;
}

/** Records of two surveys, two versions and two audiences, with every kind of missing answer. */
export function randomRecords(seed: number, count: number): RandomRecord[] {
  const draw = uniformDraws(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(draw() * values.length)];
  return Array.from({ length: count }, (_, k) => {
    const survey = pick(['airport', 'airport', 'shop']);
    const version = pick([1, 2, undefined]);
    const audience = pick([undefined, undefined, 'customer', 'manager']);
    const shown = survey === 'shop' ? SCALES.slice(0, 2) : SCALES.slice(0, version === 1 ? 4 : SCALES.length);
    const cells = Object.fromEntries(
      shown.flatMap(({ key, min, max }): [string, number][] => {
        const chance = draw();
        if (chance < 0.1) return [];
        if (chance < 0.3) return [[key, pick(Object.values(MISSING))]];
        return [[key, min + Math.floor(draw() * (max - min + 1))]];
      }),
    );
    return {
      id: `${seed}-${k}`,
      survey,
      ...(version === undefined ? {} : { surveyVersion: version }),
      ...(audience === undefined ? {} : { audience }),
      status: pick(['shown', 'dismissed', 'partial', 'completed'] as const),
      ...(draw() < 0.05 ? {} : { shownAt: 1_700_000_000_000 + timeOf(draw()) }),
      ...(draw() < 0.2 ? {} : { sample: pick([0.25, 1]) }),
      ...(draw() < 0.2 ? {} : { durationMs: Math.floor(draw() * 20_000) }),
      ...(draw() < 0.1 ? {} : { weight: Math.floor(draw() * 3e10) }),
      ...(draw() < 0.1 ? {} : { period: pick(PERIODS) }),
      fields: {
        ...(draw() < 0.2 ? {} : { tier: pick(['gold', 'silver', '__proto__']) }),
      },
      cells,
    };
  });
}

/** The table of such records. */
export function columnsOfRecords(
  records: readonly RandomRecord[],
  scales = SCALES,
  { weighted = false, waves = false } = {},
): Columns {
  const builder = new ColumnsBuilder();
  const handles = new Map(scales.map((scale) => [scale.key, builder.scale(scale)]));
  for (const record of records) {
    const { weight, period, ...head } = record;
    const row = builder.add({ ...head, ...(weighted && { weight: weight ?? 0 }), ...(waves && { period }) });
    for (const [field, value] of Object.entries(record.fields))
      builder.context(row, builder.field(field), value);
    for (const [key, value] of Object.entries(record.cells)) {
      const handle = handles.get(key) ?? -1;
      if (value === MISSING.skipped) builder.missing(row, handle, CELL_SKIPPED);
      else if (value === MISSING.notApplicable) builder.missing(row, handle, CELL_NOT_APPLICABLE);
      else if (value === MISSING.rejected) builder.missing(row, handle, CELL_REJECTED);
      else builder.cell(row, handle, value);
    }
  }
  return builder.build();
}
