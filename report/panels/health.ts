import { html, nothing, type TemplateResult } from 'lit';
import { figuresJson } from '../../shared/metrics/figures-json.ts';
import { health as words } from '../strings/panels/health.ts';
import { healthChecks, type Check, type Sign } from './health-checks.ts';
import type { PanelContext } from './panel-context.ts';
import type { PanelContent } from './panel.ts';

const SIGNS: Readonly<Record<Sign, string>> = { fine: '✓', look: '▲', none: '–' };

/**
 * How far to trust the figures: what the data show of the known ways in which measuring satisfaction fails.
 *
 * @returns undefined before there are records
 */
export function healthPanel(context: PanelContext): PanelContent | undefined {
  const { figures, strings, source } = context;
  const { surveyHealth } = figures;
  if (!surveyHealth) return undefined;
  const text = words[strings.locale];
  const checks = healthChecks(surveyHealth, context);
  const view = {
    verdict: text.verdict(checks.filter(({ sign }) => sign === 'look').length),
    chart: listOf(checks, text.signs),
    table: {
      columns: [
        { key: 'check', head: text.columns.check },
        { key: 'finding', head: text.columns.finding },
        { key: 'verdict', head: text.columns.verdict },
      ],
      rows: checks.map(({ id, sign, name, finding, what = '' }) => ({
        id,
        cells: [name, [finding, what].filter((part) => part !== '').join(' · '), text.signs[sign]],
      })),
    },
    note: strings.sentences([
      text.note,
      surveyHealth.otherAudiences.length > 0 ? text.others(surveyHealth.otherAudiences) : '',
    ]),
  };
  const json = (): string => figuresJson(surveyHealth);
  return { id: 'health', name: text.name, views: [view], json, source, strings };
}

function listOf(checks: readonly Check[], signs: Readonly<Record<Sign, string>>): TemplateResult {
  return html`<ul class="checks">
      ${checks.map(
        ({ id, sign, name, finding, what }) =>
          html`<li data-check=${id} data-sign=${sign}>
            <span class="sign ${sign === 'look' ? 'act' : 'mut'}" role="img" aria-label=${signs[sign]}
              >${SIGNS[sign]}</span
            >
            <b>${name}</b><span class="finding">${finding}</span>
            ${what === undefined || what === '' ? nothing : html`<span class="mut small">${what}</span>`}
          </li>`,
      )}
    </ul>
    <p class="note" aria-hidden="true">
      ✓ ${signs.fine} · <span class="act">▲</span> ${signs.look} · – ${signs.none}
    </p>`;
}
