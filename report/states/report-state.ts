import { html, nothing, type TemplateResult } from 'lit';
import { DRAWN_N_MIN } from '../../shared/metrics/figure.ts';
import type { Figures } from '../../shared/metrics/figures.ts';
import type { FiguresOptions } from '../../shared/metrics/figures-options.ts';
import type { ReadOutcome } from '../engine/messages.ts';
import { lede, provenance } from '../panels/lede.ts';
import type { MatrixContent } from '../panels/matrix-panel.ts';
import { panelRows, type BesideFigures } from '../panels/panels.ts';
import { overview } from '../panels/overview.ts';
import { readNotes } from '../panels/read-notes.ts';
import { rejectedList } from '../panels/rejected-list.ts';
import { namer, type NameOf } from '../parts/names.ts';
import type { Strings } from '../strings/en.ts';
import type { PageState } from '../state.ts';
import { filters } from '../strings/panels/filters.ts';
import { comparisonPanel, type Sides } from '../filters/comparison-panel.ts';
import { filterText } from '../filters/filter-text.ts';
import { filtersRow } from '../filters/filters-row.ts';
import { isOfMeans } from '../verdict/of-means.ts';
import { problemList } from './problem-list.ts';

/** What the reader has chosen among the records, and can choose. */
export interface Chosen {
  readonly base: Figures;
  readonly state: PageState;
  /** What is there already of the figures that are being counted: overview and points, without certainty. */
  readonly computing?: Figures;
  /** Two groups side by side. */
  readonly sides?: Sides;
  /** What was chosen last cannot be had from these files. */
  readonly refused: boolean;
  readonly choose: (state: PageState) => void;
}

/** The report of what was read: verdict, key figures, matrix, and what did not count. */
export function reportState(
  outcome: ReadOutcome,
  figures: Figures,
  options: FiguresOptions,
  strings: Strings,
  chosen: Chosen,
  beside: BesideFigures,
): TemplateResult {
  const nameOf = namer(outcome.labels, strings.locale);
  const { base, state, computing, sides, refused, choose } = chosen;
  const newest = computing ?? figures;
  const { matrix } = newest;
  const source = [
    ...provenance(outcome, figures, strings),
    ...filterText(state.filter, base, nameOf, strings),
  ].join(' · ');
  const content: MatrixContent | undefined = matrix && {
    ...{ matrix, figures: newest, nameOf, strings, source },
    options: options.matrix ?? {},
  };
  return html`<main
    id="content"
    tabindex="-1"
    class=${computing ? 'computing' : ''}
    aria-busy=${computing ? 'true' : 'false'}
  >
    ${problemList(outcome.problems, strings)} ${lede(outcome, figures, nameOf, strings)}
    ${filtersRow({
      ...{ surveys: outcome.surveys, base, figures: newest, counted: outcome.summaries > 0 },
      ...{ state, strings, nameOf, choose },
    })}
    <p class="counting" role="status">${computing ? filters[strings.locale].computing : nothing}</p>
    ${refused ? refusal(strings) : nothing}
    ${matrix && isOfMeans(matrix) ? nothing : overview(newest, strings, source)}
    ${
      sides
        ? html`<fourfold-panel
            .content=${comparisonPanel(sides, options, { nameOf, strings, source })}
          ></fourfold-panel>`
        : nothing
    }
    ${
      content && matrix && matrix.points.length > 0
        ? html`<fourfold-matrix .content=${content}></fourfold-matrix>`
        : (undrawn(newest, nameOf, strings) ??
          html`<p class="note">${strings.notices.missing([strings.matrix.name])}</p>`)
    }
    ${panelRows(
      { figures, nameOf, strings, source, ...(outcome.summaries > 0 && { ofSummary: base }) },
      beside,
    ).map(
      (row) =>
        html`<div class="row">
          ${row.map(({ content: panel, plan, comments, columns }) => {
            if (plan) return html`<fourfold-plan class="c${columns}" .content=${plan}></fourfold-plan>`;
            return comments
              ? html`<fourfold-comments class="c${columns}" .content=${comments}></fourfold-comments>`
              : html`<fourfold-panel class="c${columns}" .content=${panel}></fourfold-panel>`;
          })}
        </div>`,
    )}
    ${rejectedList(outcome, strings)} ${readNotes(outcome, figures, base, nameOf, strings)}
    ${outcome.files.length > 0 ? html`<p class="foot">${strings.foot}</p>` : nothing}
  </main>`;
}

function refusal({ locale }: Strings): TemplateResult {
  const { refused, refusedTitle } = filters[locale];
  return html`<div class="msg" role="alert" data-problem="filter">
    <p><b>${refusedTitle}</b></p>
    <p>${refused}</p>
  </div>`;
}

/** Attributes that were rated by too few to be drawn: named, each with its n. */
function undrawn(
  { notDrawn }: Figures,
  nameOf: NameOf,
  { matrix: words }: Strings,
): TemplateResult | undefined {
  if (!notDrawn) return undefined;
  const items = notDrawn.map(({ attribute, n, reason }) => ({ name: nameOf(attribute), n, reason }));
  const few = notDrawn.every(({ reason }) => reason === 'too-few-answers');
  return html`<section class="panel" data-panel="matrix">
    <header>
      <p class="eyebrow"><b>${words.name}</b></p>
      <h2>${few ? words.tooFew(DRAWN_N_MIN) : words.none}</h2>
    </header>
    <p class="ink2" data-not-drawn>${few ? words.answers(items) : words.notDrawn(items)}</p>
  </section>`;
}
