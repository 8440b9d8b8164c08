import { html, nothing, type TemplateResult } from 'lit';
import type { ReadOutcome } from '../engine/messages.ts';
import { download } from '../export/download.ts';
import { rejectedCsv } from '../export/rejected-csv.ts';
import { count } from '../format/numbers.ts';
import type { Strings } from '../strings/en.ts';

/** Rows of the list on the page; the download holds more. */
const SHOWN_MAX = 100;

/** What did not count, where it stands and why. */
export function rejectedList(
  { rejections }: Pick<ReadOutcome, 'rejections'>,
  { rejected: words, table }: Strings,
): TemplateResult | typeof nothing {
  const { cells, rows, listed } = rejections;
  if (cells + rows === 0) return nothing;
  const shown = listed.slice(0, SHOWN_MAX);
  const save = (): void =>
    download('fourfold-rejected.csv', new Blob([rejectedCsv(listed, words.reason)], { type: 'text/csv' }));
  return html`<section class="panel rejected" data-panel="rejected">
    <header>
      <p class="eyebrow"><b>${words.name}</b></p>
      <h2 data-rejected-cells=${cells} data-rejected-rows=${rows}>${words.verdict(cells, rows)}</h2>
      <p class="what">${words.what}</p>
    </header>
    <details ?open=${listed.length <= 10}>
      <summary>${words.show}</summary>
      <div class="scroll" tabindex="0" role="group" aria-label="${words.name}, ${table.scroll}">
        <table class="listing">
          <thead>
            <tr>
              <th scope="col">${words.columns.file}</th>
              <th scope="col" class="num">${words.columns.line}</th>
              <th scope="col">${words.columns.column}</th>
              <th scope="col">${words.columns.value}</th>
              <th scope="col">${words.columns.reason}</th>
            </tr>
          </thead>
          <tbody>
            ${shown.map(
              (rejection) =>
                html`<tr data-rejected-line=${rejection.line} data-code=${rejection.code}>
                  <td>${rejection.file}</td>
                  <td class="num">${count(rejection.line)}</td>
                  <td>${rejection.column ?? html`<span class="mut">${words.wholeRow}</span>`}</td>
                  <td>${rejection.value ?? ''}</td>
                  <td>${words.reason(rejection)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>
    ${
      shown.length < cells + rows
        ? html`<p class="note">${words.more(shown.length, cells + rows)}</p>`
        : nothing
    }
    <p class="note"><button type="button" class="btn" @click=${save}>${words.download}</button></p>
  </section>`;
}
