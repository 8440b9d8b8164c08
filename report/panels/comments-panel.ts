import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { redact } from '../comments/redact.ts';
import { COMMENTS_KEPT_MAX } from '../engine/comment-texts.ts';
import type { CommentShown, CommentsFound, CommentsWanted } from '../engine/find-comments.ts';
import { THEME_PREFIX } from '../engine/labels.ts';
import { saveCsv, saveJson } from '../export/save.ts';
import { shareFigureText } from '../format/figure-text.ts';
import { comments as words } from '../strings/panels/comments.ts';
import { save } from '../strings/panels/save.ts';
import type { Strings } from '../strings/en.ts';
import { commentFinder, type CommentChoice } from './comment-finder.ts';
import { groupNames, wordBars, wordTable } from './comment-words.ts';
import type { PanelContext } from './panel-context.ts';
import { PanelElement } from './panel-element.ts';
import { panelTable, tableCsv, tableTexts } from './panel-table.ts';
import { pictureTools, tablePicture } from './picture-tools.ts';

/** Asks for comments under the page's filter; undefined when there is no answer any more. */
export type AskComments = (wanted: Omit<CommentsWanted, 'filter'>) => Promise<CommentsFound | undefined>;

/** What the panel of comments shows; set as one. */
export interface CommentsContent extends PanelContext {
  readonly ask: AskComments;
}

/** Words of a verdict, of each group. */
const VERDICT_WORDS = 3;

/** What respondents write: the words of those who score low and high, quotes, and every comment by search. */
export class CommentsPanel extends PanelElement {
  static override properties = {
    content: { attribute: false },
    found: { state: true },
    choice: { state: true },
    redacted: { state: true },
    table: { state: true },
  };

  declare content: CommentsContent | undefined;
  declare found: CommentsFound | undefined;
  declare choice: CommentChoice;
  declare redacted: boolean;
  declare table: boolean;
  #asked = 0;

  constructor() {
    super();
    this.choice = { query: '' };
    this.redacted = true;
    this.table = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) void this.#ask();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('content') || changed.has('choice')) void this.#ask();
  }

  async #ask(): Promise<void> {
    const { content } = this;
    if (!content || !this.isConnected) return; // its turn came after it was taken off the page
    const asked = ++this.#asked;
    const { survey, surveyVersion } = content.figures;
    const version = surveyVersion === undefined ? {} : { surveyVersion };
    const found = await content.ask({ ...this.choice, survey, ...version });
    if (found && asked === this.#asked) this.found = found;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { content, found } = this;
    if (!content) return nothing;
    const { strings } = content;
    const text = words[strings.locale];
    return html`<section class="panel" data-panel="comments">
      <header>
        <div class="eyebrow"><b>${text.name}</b>${found ? this.#tools(content, found) : nothing}</div>
        <h2>${found ? verdict(content, found) : text.looking}</h2>
      </header>
      ${
        found
          ? html`<div class="said">
              <div>${this.#said(content, found)}</div>
              <div>${this.#search(content, found)}</div>
            </div>`
          : nothing
      }
    </section>`;
  }

  #tools(content: CommentsContent, found: CommentsFound): TemplateResult {
    const { strings, source } = content;
    const { panel } = strings;
    const toggle = (wanted: boolean): TemplateResult =>
      html`<button type="button" aria-pressed=${this.table === wanted} @click=${() => (this.table = wanted)}>
        ${wanted ? panel.table : panel.chart}
      </button>`;
    const { words: all, themes, n, groups } = found;
    return html`<span class="tools" role="group" aria-label="${words[strings.locale].name}: ${panel.view}">
      ${toggle(false)} ${toggle(true)}
      ${pictureTools(
        'comments',
        tablePicture(() => tableTexts(wordTable(found, strings))),
        { heading: verdict(content, found), foot: source },
        strings,
      )}
      <button type="button" @click=${() => saveCsv('comments', tableCsv(wordTable(found, strings)))}>
        ${panel.csv}
      </button>
      <button
        type="button"
        @click=${() => saveJson('comments', JSON.stringify({ n, groups, words: all, themes }, null, 2))}
      >
        ${panel.json}
      </button>
    </span>`;
  }

  #said(content: CommentsContent, found: CommentsFound): TemplateResult {
    const { strings, nameOf } = content;
    const text = words[strings.locale];
    const all = [...found.words.low, ...found.words.high];
    const longest = Math.max(...all.flatMap(({ share, otherShare }) => [share, otherShare]));
    const sides = (['low', 'high'] as const).filter((side) => found.words[side].length > 0);
    return html`${
        this.table
          ? panelTable(wordTable(found, strings), text.name, strings)
          : html`<div class="sides">${sides.map((side) => wordBars(side, found, longest, strings))}</div>`
      }
      <div class="sides">
        ${(['low', 'high'] as const).map((side) => {
          const quote = found.quotes[side];
          return quote
            ? html`<blockquote data-quote=${side}>${this.#comment(quote, content)}</blockquote>`
            : nothing;
        })}
      </div>
      ${
        found.themes.length > 0
          ? html`<h3>${text.themes}</h3>
              <ul class="checks">
                ${found.themes.map(
                  (theme) =>
                    html`<li data-theme=${theme.name}>
                      <span></span><b>${nameOf(THEME_PREFIX + theme.name)}</b
                      ><span class="finding">${shareFigureText({ ...theme, value: theme.share })}</span>
                    </li>`,
                )}
              </ul>`
          : nothing
      }
      <p class="note">${strings.sentences(notes(found, strings))}</p>`;
  }

  #search(content: CommentsContent, found: CommentsFound): TemplateResult {
    const text = words[content.strings.locale];
    return html`${commentFinder(found, this.choice, content, (choice) => (this.choice = choice))}
      <p class="note" role="status">${text.found(found.matches, found.listed.length)}</p>
      <ul class="listed" tabindex="0" aria-label=${text.name}>
        ${found.listed.map((comment) => html`<li>${this.#comment(comment, content)}</li>`)}
      </ul>
      <label class="claim"
        ><input
          type="checkbox"
          name="comment-redact"
          .checked=${this.redacted}
          @change=${({ currentTarget }: Event) =>
            (this.redacted = currentTarget instanceof HTMLInputElement && currentTarget.checked)}
        />
        ${text.redact}</label
      >`;
  }

  #comment({ text, score, fields }: CommentShown, { strings }: CommentsContent): TemplateResult {
    const { quote, score: word } = words[strings.locale];
    const shown = this.redacted ? redact(text, save[strings.locale]) : text;
    const who = [...(score === undefined ? [] : [`${word} ${score}`]), ...fields.map(([, value]) => value)];
    return html`${quote(shown)} <span class="mut">${who.join(' · ')}</span>`;
  }
}

function notes(
  { words: { low, high }, counted, groups, left }: CommentsFound,
  { locale }: Strings,
): string[] {
  const text = words[locale];
  const [some, all] = [counted.low + counted.high, groups.low + groups.high];
  return [
    ...(low.length + high.length > 0 ? [text.note] : []),
    ...(some < all ? [text.sampled(some, all)] : []),
    ...(left > 0 ? [text.left(left, COMMENTS_KEPT_MAX)] : []),
  ];
}

function verdict({ strings }: CommentsContent, found: CommentsFound): string {
  const text = words[strings.locale];
  if (!found.scale) return text.ungrouped(found.n);
  const names = groupNames(found, strings);
  const who = (['low', 'high'] as const)
    .filter((side) => found.words[side].length > 0)
    .map((side) => ({
      group: names[side],
      words: found.words[side].slice(0, VERDICT_WORDS).map(({ word }) => word),
    }));
  return who.length > 0 ? text.verdict(who) : text.none(found.n);
}
