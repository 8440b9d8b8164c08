import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { BakeWanted } from '../engine/bake.ts';
import type { Strings } from '../strings/en.ts';
import { save as words } from '../strings/panels/save.ts';

/** Saves the report as its reader wants it. */
export type SaveReport = (wanted: BakeWanted) => Promise<void>;

/** A button, and the dialog that asks what a saved report is to hold. */
export class SaveDialog extends LitElement {
  static override properties = {
    strings: { attribute: false },
    save: { attribute: false },
    comments: { attribute: false },
    data: { state: true },
    withComments: { state: true },
    redacted: { state: true },
    saving: { state: true },
    failure: { state: true },
  };

  declare strings: Strings | undefined;
  declare save: SaveReport | undefined;
  /** There are comments that could be saved. */
  declare comments: boolean;
  declare data: BakeWanted['data'];
  declare withComments: boolean;
  declare redacted: boolean;
  declare saving: boolean;
  declare failure: string | undefined;

  constructor() {
    super();
    this.comments = this.withComments = this.saving = false;
    this.redacted = true;
    this.data = 'rows';
  }

  // The page's one style sheet and the test's hooks reach inside.
  protected override createRenderRoot(): this {
    return this;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.querySelector('dialog');
  }

  protected override render(): TemplateResult | typeof nothing {
    const { strings } = this;
    if (!strings) return nothing;
    const text = words[strings.locale];
    return html`<button class="btn" type="button" @click=${() => this.#open()}>${text.open}</button>
      <dialog class="save" aria-labelledby="save-title">
        <h2 id="save-title">${text.title}</h2>
        <p class="ink2">${text.what}</p>
        <fieldset>
          <legend>${text.data}</legend>
          ${this.#choice('rows', text.rows, text.rowsWhat)}
          ${this.#choice('counts', text.counts, text.countsWhat)}
        </fieldset>
        ${this.comments && this.data === 'rows' ? this.#commentChoices(strings) : nothing}
        <p class="small mut" role="status">${this.saving ? text.saving : ''}</p>
        ${this.failure === undefined ? nothing : html`<p class="msg" role="alert">${text.failed(this.failure)}</p>`}
        <p class="choices">
          <button
            class="btn main"
            type="button"
            ?disabled=${this.saving}
            @click=${() => void this.#save(strings)}
          >
            ${text.save}
          </button>
          <button class="btn" type="button" @click=${() => this.#dialog?.close()}>${text.cancel}</button>
        </p>
      </dialog>`;
  }

  #choice(value: BakeWanted['data'], name: string, what: string): TemplateResult {
    return html`<label class="option"
      ><input
        type="radio"
        name="save-data"
        value=${value}
        .checked=${this.data === value}
        @change=${() => (this.data = value)}
      /><span><b>${name}</b><span class="mut small">${what}</span></span></label
    >`;
  }

  #commentChoices(strings: Strings): TemplateResult {
    const text = words[strings.locale];
    return html`<div class="options">
      ${checkbox('save-comments', text.comments, this.withComments, (on) => (this.withComments = on))}
      ${
        this.withComments
          ? html`${checkbox('save-redact', text.redact, this.redacted, (on) => (this.redacted = on))}
              <p class="small mut">${text.names}</p>`
          : nothing
      }
    </div>`;
  }

  #open(): void {
    this.failure = undefined;
    this.#dialog?.showModal();
  }

  async #save({ locale }: Strings): Promise<void> {
    const { email, phone } = words[locale];
    const wording = this.redacted ? { email, phone } : 'all';
    const comments = this.comments && this.withComments ? wording : 'none';
    this.saving = true;
    this.failure = undefined;
    try {
      await this.save?.({ data: this.data, comments });
      this.#dialog?.close();
    } catch (error) {
      // A report of many hundred megabytes can be more than the browser gives a page.
      this.failure = String(error);
    } finally {
      this.saving = false;
    }
  }
}

function checkbox(name: string, text: string, on: boolean, set: (on: boolean) => void): TemplateResult {
  return html`<label class="option"
    ><input
      type="checkbox"
      name=${name}
      .checked=${on}
      @change=${({ currentTarget }: Event) =>
        set(currentTarget instanceof HTMLInputElement && currentTarget.checked)}
    /><span>${text}</span></label
  >`;
}
