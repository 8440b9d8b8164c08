import type { Figures } from '../../shared/metrics/figures.ts';
import type { Issue } from '../../shared/parsed.ts';
import type { ReadOutcome, SourceFile } from '../engine/messages.ts';
import type { Sides } from '../filters/comparison-panel.ts';
import type { Asking } from '../mapping/asking.ts';
import type { PageState } from '../state.ts';

/** What the page shows. */
export type View =
  | { readonly kind: 'empty'; readonly outcome?: ReadOutcome }
  | { readonly kind: 'reading'; readonly files: readonly SourceFile[] }
  | { readonly kind: 'mapping'; readonly asking: Asking }
  | {
      readonly kind: 'report';
      readonly outcome: ReadOutcome;
      readonly figures: Figures;
      /** Of the records just chosen, while the rest is counted: overview and points, without certainty. */
      readonly computing?: Figures | undefined;
      /** Figures of all records of the survey. */
      readonly base: Figures;
      /** What these figures were chosen by. */
      readonly shown: PageState;
      readonly sides?: Sides;
      readonly refused?: boolean;
    }
  | { readonly kind: 'failed'; readonly message: string };

/**
 * The view of what was read.
 *
 * @param shown what its figures were chosen by
 */
export function viewOf(outcome: ReadOutcome, shown: PageState): View {
  const { figures, files } = outcome;
  if (!figures.ok) return failedBy(figures.issues);
  if (files.length === 0) return { kind: 'empty', outcome };
  return { kind: 'report', outcome, figures: figures.value, base: figures.value, shown };
}

/** The view of a report. */
export type ReportView = View & { readonly kind: 'report' };

/** The view that says why there are no figures. */
export function failedBy(issues: readonly Issue[]): View {
  return {
    kind: 'failed',
    message: issues.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('; '),
  };
}
