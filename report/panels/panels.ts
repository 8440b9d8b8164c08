import type { Figures } from '../../shared/metrics/figures.ts';
import { attributeTrendPanel } from './attribute-trend.ts';
import type { AskComments, CommentsContent } from './comments-panel.ts';
import { driversPanel } from './drivers.ts';
import { gapsPanel } from './gaps.ts';
import { healthPanel } from './health.ts';
import { indexPanel } from './index-panel.ts';
import { journeyPanel } from './journey.ts';
import { loyaltyPanel } from './loyalty.ts';
import type { PanelContext } from './panel-context.ts';
import type { PanelContent } from './panel.ts';
import type { PlanKeeper } from '../plan/plan-keeper.ts';
import type { PlanContent } from './plan-panel.ts';
import { segmentsPanel } from './segments.ts';
import { statedPanel } from './stated.ts';
import { trendPanel } from './trend.ts';

type MakePanel = (context: PanelContext) => PanelContent | undefined;

/** A place in the page's grid of twelve columns. */
interface Place {
  readonly panel: MakePanel | 'comments' | 'plan';
  readonly columns: 5 | 7 | 12;
}

/** The panels below the matrix, in the order of the page; pairs share a row to fit their widths. */
const ROWS: readonly (readonly Place[])[] = [
  [
    { panel: driversPanel, columns: 7 },
    { panel: statedPanel, columns: 5 },
  ],
  [
    { panel: gapsPanel, columns: 7 },
    { panel: indexPanel, columns: 5 },
  ],
  [{ panel: loyaltyPanel, columns: 12 }],
  [
    { panel: segmentsPanel, columns: 7 },
    { panel: journeyPanel, columns: 5 },
  ],
  // In half a row, twenty attributes would stand beside a void.
  [{ panel: trendPanel, columns: 12 }],
  [{ panel: attributeTrendPanel, columns: 12 }],
  [{ panel: 'comments', columns: 12 }],
  [
    { panel: healthPanel, columns: 5 },
    { panel: 'plan', columns: 7 },
  ],
];

/** A panel and how wide it stands. */
export type PlacedPanel = { readonly columns: 5 | 7 | 12 } & (
  | { readonly content: PanelContent; readonly plan?: undefined; readonly comments?: undefined }
  | { readonly content?: undefined; readonly plan: PlanContent; readonly comments?: undefined }
  | { readonly content?: undefined; readonly plan?: undefined; readonly comments: CommentsContent }
);

/** What panels stand on beside the figures. */
export interface BesideFigures {
  /** Holds the improvement plan. */
  readonly plans: PlanKeeper;
  /** What the plan stands on. */
  readonly planned: Figures;
  /** Absent: there are no comments. */
  readonly comments?: AskComments | undefined;
}

/**
 * The rows of panels; one without data stays away and leaves its room to its neighbour.
 *
 * @param beside absent: no plan and no comments are shown
 */
export function panelRows(
  context: PanelContext,
  beside?: BesideFigures,
): readonly (readonly PlacedPanel[])[] {
  return ROWS.map((row) => {
    const present = row.flatMap(({ panel, columns }): PlacedPanel[] => {
      if (panel === 'plan')
        return beside && beside.planned.satisfaction.length > 0
          ? [{ plan: planContent(context, beside), columns }]
          : [];
      if (panel === 'comments')
        return beside?.comments ? [{ comments: { ...context, ask: beside.comments }, columns }] : [];
      const content = panel(context);
      return content ? [{ content, columns }] : [];
    });
    return present.length === 1 ? present.map((one) => ({ ...one, columns: 12 as const })) : present;
  }).filter((row) => row.length > 0);
}

function planContent(context: PanelContext, { plans, planned }: BesideFigures): PlanContent {
  return { ...context, figures: planned, keeper: plans, whole: planned !== context.figures };
}
