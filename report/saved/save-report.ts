import type { Figures } from '../../shared/metrics/figures.ts';
import { localize } from '../../shared/questionnaire/localize.ts';
import { BAKED_FORMAT, BAKED_VERSION } from '../baked-data.ts';
import type { Baked } from '../engine/bake.ts';
import type { ReadOutcome } from '../engine/messages.ts';
import { download } from '../export/download.ts';
import { namer } from '../parts/names.ts';
import type { Language } from '../parts/page-header.ts';
import type { PlanKeeper } from '../plan/plan-keeper.ts';
import { planRows } from '../plan/plan-rows.ts';
import type { PageState } from '../state.ts';
import { savedName, savedPage } from './saved-page.ts';

/** What the page shows, beside the answers themselves. */
export interface ShownReport {
  readonly outcome: ReadOutcome;
  /** Figures that the plan stands on. */
  readonly planned: Figures;
  /** What the figures were chosen by. */
  readonly state: PageState;
  readonly language: Language;
  readonly plans: PlanKeeper;
}

/**
 * Gives the reader this page with what it shows inside, as a file.
 *
 * @param app tag of the element that draws the page
 */
export function saveReport(app: string, report: ShownReport, { files, questionnaires }: Baked): void {
  const { outcome, planned, state, language, plans } = report;
  const rows = planRows(planned, plans.current, namer(outcome.labels, language), false);
  const head = {
    ...{ format: BAKED_FORMAT, version: BAKED_VERSION, language, questionnaires, state },
    ...(rows.length > 0 && { plan: plans.snapshot(rows.map(({ entry }) => entry)) }),
  };
  const title = outcome.surveys.find(({ survey }) => survey === planned.survey)?.title ?? planned.survey;
  const name = savedName(localize(title, language), new Date().toISOString().slice(0, 10));
  download(name, new Blob(savedPage(document, app, head, files), { type: 'text/html' }));
}
