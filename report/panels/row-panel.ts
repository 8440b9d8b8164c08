import { html, type TemplateResult } from 'lit';
import type { Figures } from '../../shared/metrics/figures.ts';
import { rowChart } from '../charts/row-chart.ts';
import type { RowChartModel } from '../charts/row-chart-model.ts';
import { drawRows } from '../export/draw-rows.ts';
import type { NameOf } from '../parts/names.ts';
import type { Strings } from '../strings/en.ts';
import type { PanelContent } from './panel.ts';
import type { PanelTable } from './panel-table.ts';

/** What every panel is made from. */
export interface PanelContext {
  readonly figures: Figures;
  readonly nameOf: NameOf;
  readonly strings: Strings;
  /** What stands under an exported picture. */
  readonly source: string;
}

/** The words and figures of a panel whose chart is rows. */
export interface RowPanelParts {
  readonly id: string;
  readonly name: string;
  readonly verdict: string;
  readonly lead?: TemplateResult | string;
  /** Names of the measures where there are two: a phone shows one, with a switch. */
  readonly measures?: readonly string[];
  readonly table: PanelTable;
  readonly more?: TemplateResult | undefined;
  readonly note?: string;
  readonly data: unknown;
}

/** A panel of rows: on the page, as a picture, and as figures. */
export function rowPanel(
  { strings, source }: PanelContext,
  model: RowChartModel,
  { measures, data, ...parts }: RowPanelParts,
): PanelContent {
  const names = model.measures.length > 1 ? measures : undefined;
  return {
    ...parts,
    chart: names ? switched(parts.id, parts.name, model, names) : rowChart(model),
    draw: (theme, measure) => drawRows(model, theme, measure),
    json: () => JSON.stringify(data, null, 2),
    ...{ source, strings },
  };
}

/** Both measures side by side; on a phone the one that is chosen. The radios do it by style alone. */
function switched(id: string, name: string, model: RowChartModel, names: readonly string[]): TemplateResult {
  return html`<fieldset class="switches measures" aria-label=${name}>
      ${names.map(
        (name, k) =>
          html`<label
            ><input
              class="unseen"
              type="radio"
              name="measure-${id}"
              value=${k}
              ?checked=${k === 0}
            />${name}</label
          >`,
      )}
    </fieldset>
    ${rowChart(model)}`;
}
