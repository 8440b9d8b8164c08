import { html, nothing, type TemplateResult } from 'lit';
import type { Mapping } from '../../shared/mapping/mapping.ts';
import type { ColumnProfile } from '../engine/guess/profile-column.ts';
import type { Strings } from '../strings/en.ts';
import { mapping as words } from '../strings/panels/mapping.ts';
import { asMapped } from './as-mapped.ts';
import type { MappingWords } from './mapping-cells.ts';
import type { MappingContent } from './mapping-screen.ts';
import type { TableFile } from './table-form.ts';

/** A mapping that could not be loaded. */
export interface Refused {
  readonly file: string;
  readonly lines: readonly string[];
}

/**
 * Which table it is, and how much of the guess is to be looked at.
 *
 * @param doubtful columns with something to look at
 */
export function mappingLede(
  { file, mapping, left, strings }: MappingContent,
  draft: Mapping,
  doubtful: number,
): TemplateResult {
  const text = words[strings.locale];
  const { rows, faults, header, more } = file.table;
  const facts = [
    text.size(rows, more, header.length),
    ...(faults > 0 ? [text.faults(faults)] : []),
    ...(left > 0 ? [text.left(left)] : []),
  ];
  const read = mapping ? text.loaded(header.length, doubtful) : text.guessed(header.length, doubtful);
  return html`<div class="lede">
    <p class="file"><b>${file.file}</b> · ${facts.join(' · ')}</p>
    <h1>${text.title}</h1>
    <p class="sub">${asMapped(draft, []).means ? text.means : read}</p>
  </div>`;
}

/** What could not be done: a mapping that is none, an encoding that is not the file's. */
export function alerts(
  refused: Refused | undefined,
  wrongEncoding: boolean,
  text: MappingWords,
): TemplateResult | typeof nothing {
  if (!refused && !wrongEncoding) return nothing;
  return html`<div class="msg" role="alert">
    ${wrongEncoding ? html`<p><b>${text.wrongEncoding}</b></p>` : nothing}
    ${
      refused
        ? html`<p><b>${text.badMapping(refused.file)}</b></p>
            <ul class="small">
              ${refused.lines.map((line) => html`<li>${line}</li>`)}
            </ul>`
        : nothing
    }
  </div>`;
}

/** What stands below the columns. */
export interface MappingFootContent {
  readonly file: TableFile;
  readonly draft: Mapping;
  readonly columns: readonly ColumnProfile[];
  readonly strings: Strings;
  /** Whether the mapping was kept in the browser; undefined: nobody asked for it. */
  readonly kept: boolean | undefined;
  /** Columns that cannot stand. */
  readonly wrong: number;
  readonly leaveOut: () => void;
  readonly keep: () => void;
  readonly draw: (ready: boolean) => void;
}

/** What a report would stand on as mapped, and the way there. */
export function mappingFoot(content: MappingFootContent): TemplateResult {
  const { file, draft, columns, strings, kept, wrong, leaveOut, keep, draw } = content;
  const text = words[strings.locale];
  const sum = asMapped(draft, columns);
  const isEmpty = sum.scores === 0 && !sum.means;
  const hasId = draft.columns.some(({ role }) => role === 'id');
  return html`<div class="mapped">
    <div role="status">
      <p class="ink2">
        ${
          sum.means
            ? text.asMeans(file.table.rows)
            : html`${text.asMapped(sum, file.table.more)} ·
                <b>${text.rejected(sum.rejected)}</b
                >${strings.locale === 'en' ? '. ' : '。'}${isEmpty ? '' : text.importance[sum.importanceFrom]}`
        }
      </p>
      ${hasId || sum.means ? nothing : html`<p class="act">? ${text.noId}</p>`}
      ${wrong > 0 ? html`<p class="act">▲ ${text.mend(wrong)}</p>` : nothing}
      ${isEmpty ? html`<p class="act">▲ ${text.nothing}</p>` : nothing}
      ${kept === undefined ? nothing : html`<p>${kept ? text.kept : text.savedOnly}</p>`}
    </div>
    <div class="acts">
      <button type="button" @click=${leaveOut}>${text.leaveOut}</button>
      <button type="button" @click=${keep}>${text.keep}</button>
      <button type="button" class="btn main" @click=${() => draw(wrong === 0 && !isEmpty)}>
        ${text.draw}
      </button>
    </div>
  </div>`;
}
