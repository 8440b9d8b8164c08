import type { TemplateResult } from 'lit';
import type { BakeWanted } from '../engine/bake.ts';
import { pageHeader, type Language } from '../parts/page-header.ts';
import type { Strings } from '../strings/en.ts';
import { allDrawn } from '../turn-to-draw.ts';
import type { ReportView, View } from './view.ts';

/** What the reader can do from the head of the page. */
export interface HeadActs {
  readonly speak: (language: Language) => void;
  readonly add: (files: readonly File[]) => void;
  readonly save: (wanted: BakeWanted, view: ReportView) => Promise<void>;
  /** Back to what the columns of a table mean. */
  readonly remap: () => void;
}

/**
 * The head of the page: with a report, what can be done with it.
 *
 * @param mapped a table was read by a mapping of this page
 */
export function pageHead(view: View, strings: Strings, mapped: boolean, acts: HeadActs): TemplateResult {
  const { speak, add, save, remap } = acts;
  if (view.kind !== 'report') return pageHeader(strings, { speak });
  const report = {
    ...{
      add,
      print: () => void allDrawn().then(() => print()),
      save: (wanted: BakeWanted) => save(wanted, view),
    },
    comments: view.outcome.comments.length > 0,
    ...(mapped && { columns: remap }),
  };
  return pageHeader(strings, { speak, report });
}
