import { html, type TemplateResult } from 'lit';
import { rowChart } from '../charts/row-chart.ts';
import type { RowChartModel } from '../charts/row-chart-model.ts';
import { drawRows } from '../export/draw-rows.ts';
import type { PanelView } from './panel.ts';

/** The words and the table of a view whose chart is rows. */
export interface RowViewParts extends Omit<PanelView, 'chart' | 'draw'> {
  /** Names of the measures where there are two: a phone shows one, with a switch. */
  readonly measures?: readonly string[];
}

/**
 * A view with a chart of rows, on the page and as a picture.
 *
 * @param id names the switch between two measures; once on a page
 */
export function rowView(id: string, model: RowChartModel, { measures, ...parts }: RowViewParts): PanelView {
  const names = model.measures.length > 1 ? measures : undefined;
  return {
    ...parts,
    chart: names ? switched(id, model, names) : rowChart(model),
    draw: (theme, measure) => drawRows(model, theme, measure),
  };
}

/** Both measures side by side; on a phone the one that is chosen. The radios do it by style alone. */
function switched(id: string, model: RowChartModel, names: readonly string[]): TemplateResult {
  return html`<fieldset class="switches measures" aria-label=${names.join(' / ')}>
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
