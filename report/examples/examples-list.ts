import { html, nothing, type TemplateResult } from 'lit';
import type { SourceFile } from '../engine/messages.ts';
import type { Strings } from '../strings/en.ts';
import { examples } from '../strings/panels/examples.ts';
import { martillaJames } from './martilla-james.ts';

/** Where the reports stand that are baked beside the page. */
const FOLDER = 'examples';

/** The examples on the empty page. */
export interface Examples {
  /** The baked reports stand beside this page; a saved or a baked page is anywhere, and offers none of them. */
  readonly beside: boolean;
  readonly open: (files: readonly SourceFile[]) => void;
}

/** What the report makes of answers by others: one table in the page itself, and reports beside it. */
export function examplesList({ locale }: Strings, { beside, open }: Examples): TemplateResult {
  const { title, martillaJames: first, files, table, mapping, beside: where } = examples[locale];
  return html`<section class="examples" aria-labelledby="examples">
    <h2 id="examples">${title}</h2>
    <ul>
      <li>
        <h3>
          <button type="button" data-example="martilla_james_1977" @click=${() => open(martillaJames())}>
            ${first.name}
          </button>
        </h3>
        <p>${first.shows}</p>
        <p class="note">${first.origin}</p>
      </li>
      ${
        beside
          ? Object.entries(files).map(
              ([file, { name, shows, origin }]) =>
                html`<li>
                  <h3><a href="${FOLDER}/${file}.html" data-example=${file}>${name}</a></h3>
                  <p>${shows}</p>
                  <p class="note">
                    ${origin} · <a href="${FOLDER}/${file}.csv" download>${table}</a> ·
                    <a href="${FOLDER}/${file}.map.json" download>${mapping}</a>
                  </p>
                </li>`,
            )
          : nothing
      }
    </ul>
    ${beside ? html`<p class="note">${where}</p>` : nothing}
  </section>`;
}
