import type { PlanDocument, PlanEntry } from '../../../report/plan/plan-document.ts';

/** An entry on parking at 3 of 5, planned on answers of March 2026. */
export function someEntry(change: Partial<PlanEntry> = {}): PlanEntry {
  return {
    ...{ attribute: 'service.parking', label: 'Parking', beat: 3.4, action: '', responsible: '' },
    now: {
      ...{ value: 3, se: 0.1, n: 99, low: 2.8, high: 3.2, min: 1, max: 5 },
      ...{ from: Date.UTC(2026, 2, 1), until: Date.UTC(2026, 2, 31) },
    },
    ...change,
  };
}

/** A plan of the shop with that entry, filled in. */
export function somePlan(change: Partial<PlanDocument> = {}): PlanDocument {
  return {
    ...{ format: 'fourfold-plan', version: 1, id: 'plan-0001', survey: 'shop' },
    editedAt: '2026-04-01T10:00:00.000Z',
    entries: [someEntry({ action: 'More places', responsible: '王芳', due: '2026-05-31' })],
    ...change,
  };
}

/** An entry on too few answers for a figure to beat. */
export function withoutBeat(entry: PlanEntry): PlanEntry {
  const small: PlanEntry & { beat?: number } = { ...entry };
  delete small.beat;
  return small;
}
