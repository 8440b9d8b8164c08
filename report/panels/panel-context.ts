import type { Figures } from '../../shared/metrics/figures.ts';
import type { NameOf } from '../parts/names.ts';
import type { Strings } from '../strings/en.ts';

/** What every panel is made from. */
export interface PanelContext {
  readonly figures: Figures;
  /** Figures of all records of a summary, which tells of a part of them no groups. */
  readonly ofSummary?: Figures;
  readonly nameOf: NameOf;
  readonly strings: Strings;
  /** What stands under an exported picture. */
  readonly source: string;
}
