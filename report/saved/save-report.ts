import { localize } from '../../shared/questionnaire/localize.ts';
import { BAKED_FORMAT, BAKED_VERSION } from '../baked-data.ts';
import type { Baked } from '../engine/bake.ts';
import { download } from '../export/download.ts';
import { namer } from '../parts/names.ts';
import type { Language } from '../parts/page-header.ts';
import { planFigures } from '../plan/plan-figures.ts';
import type { PlanKeeper } from '../plan/plan-keeper.ts';
import { planRows } from '../plan/plan-rows.ts';
import type { ReportView } from '../states/view.ts';
import { savedName, savedPage } from './saved-page.ts';

/** What the page shows, beside the answers themselves. */
interface ShownReport {
  readonly view: ReportView;
  readonly language: Language;
  readonly plans: PlanKeeper;
}

/**
 * Gives the reader this page with what it shows inside, as a file.
 *
 * @param app tag of the element that draws the page
 */
export function saveReport(app: string, report: ShownReport, { files, questionnaires }: Baked): void {
  const { view, language, plans } = report;
  const { outcome, figures, base, shown: state } = view;
  const planned = planFigures(figures, base, state.filter);
  const rows = planRows(planned, plans.current, namer(outcome.labels, language), false);
  const head = {
    ...{ format: BAKED_FORMAT, version: BAKED_VERSION, language, questionnaires, state },
    ...(rows.length > 0 && { plan: plans.snapshot(rows.map(({ entry }) => entry)) }),
  };
  const title = outcome.surveys.find(({ survey }) => survey === figures.survey)?.title ?? figures.survey;
  const name = savedName(localize(title, language), new Date().toISOString().slice(0, 10));
  download(name, new Blob(savedPage(document, app, head, files), { type: 'text/html' }));
}
