import { html, nothing, type TemplateResult } from 'lit';
import type { Strings } from '../strings/en.ts';
import { mapping } from '../strings/panels/mapping.ts';
import { fileButton } from './file-button.ts';
import { brandGlyph } from './glyph.ts';
import type { SaveReport } from './save-dialog.ts';

/** The languages of the page, each by its own name. */
export const LANGUAGES = [
  { locale: 'en', short: 'EN', name: 'English' },
  { locale: 'zh-CN', short: '简', name: '简体中文' },
  { locale: 'zh-TW', short: '繁', name: '繁體中文' },
] as const;

/** A language that the page speaks. */
export type Language = (typeof LANGUAGES)[number]['locale'];

/** What can be done with a report. */
export interface ReportActions {
  readonly add: (files: readonly File[]) => void;
  readonly print: () => void;
  readonly save: SaveReport;
  /** There are comments that could be saved. */
  readonly comments: boolean;
  /** Where a table was read by a mapping: back to what its columns mean. */
  readonly columns?: () => void;
}

/** What the header's controls do. */
export interface HeaderActions {
  readonly speak: (language: Language) => void;
  /** Absent before there is a report: then there is nothing to add to, or to print. */
  readonly report?: ReportActions;
}

/** The brand, what can be done with the report, and the language switch. */
export function pageHeader(strings: Strings, { speak, report }: HeaderActions): TemplateResult {
  const { header, locale } = strings;
  return html`<a class="skip" href="#content">${header.skip}</a>
    <header class="top">
      <span class="mark">${brandGlyph()}Fourfold</span>
      ${
        report
          ? html`<span class="acts"
              >${fileButton(header.add, '', report.add)}${
                report.columns
                  ? html`<button class="btn" type="button" @click=${report.columns}>
                      ${mapping[locale].edit}
                    </button>`
                  : nothing
              }<button class="btn" type="button" @click=${report.print}>${header.print}</button
              ><fourfold-save
                .strings=${strings}
                .save=${report.save}
                .comments=${report.comments}
              ></fourfold-save
            ></span>`
          : nothing
      }
      <span class="lang" role="group" aria-label=${header.language}
        >${LANGUAGES.map(
          ({ locale: own, short, name }) =>
            html`<button
              type="button"
              lang=${own}
              aria-pressed=${own === locale}
              aria-label="${short} ${name}"
              @click=${() => speak(own)}
            >
              ${short}
            </button>`,
        )}</span
      >
    </header>`;
}
