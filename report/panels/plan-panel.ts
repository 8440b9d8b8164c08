import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Issue } from '../../shared/parsed.ts';
import { saveCsv, saveJson } from '../export/save.ts';
import { fileButton } from '../parts/file-button.ts';
import { applyEdit } from '../plan/apply-edit.ts';
import { planCsv } from '../plan/plan-csv.ts';
import { isFilled, type PlanField } from '../plan/plan-document.ts';
import type { PlanKeeper } from '../plan/plan-keeper.ts';
import { planRows, type PlanRowShown } from '../plan/plan-rows.ts';
import { planTally } from '../plan/plan-tally.ts';
import { readPlanFile } from '../plan/read-plan-file.ts';
import { plan as words } from '../strings/panels/plan.ts';
import { firstAndContested } from '../verdict/page-verdict.ts';
import type { PanelContext } from './panel-context.ts';
import { PanelElement } from './panel-element.ts';
import { pictureTools, tablePicture } from './picture-tools.ts';
import { planRow, planTexts } from './plan-row.ts';

/** What the plan's panel shows; set as one. */
export interface PlanContent extends PanelContext {
  readonly keeper: PlanKeeper;
  /** The plan stands on all respondents while the page shows some. */
  readonly whole: boolean;
}

/** Issues of a file that are shown. */
const ISSUES_SHOWN = 5;

type Imported =
  | { readonly ok: true; readonly rows: number }
  | { readonly ok: false; readonly file: string; readonly issues: readonly Issue[] };

/** What is to be done about each service to improve first: by whom, until when, and the figure to beat. */
export class PlanPanel extends PanelElement {
  static override properties = {
    content: { attribute: false },
    later: { state: true },
    imported: { state: true },
  };

  declare content: PlanContent | undefined;
  /** The reader says that answers without times are of a later round. */
  declare later: boolean;
  declare imported: Imported | undefined;
  #listening: AbortController | undefined;

  constructor() {
    super();
    this.later = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('content') && changed.get('content')?.keeper !== this.content?.keeper) this.#listen();
  }

  #listen(): void {
    this.#listening?.abort();
    if (!this.isConnected) return; // its turn came after it was taken off the page
    const { signal } = (this.#listening = new AbortController());
    this.content?.keeper.addEventListener('change', () => this.requestUpdate(), { signal });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { content } = this;
    if (!content) return nothing;
    const { keeper, strings } = content;
    const text = words[strings.locale];
    const rows = this.#rows(content);
    const tally = planTally(rows);
    const verdict = tally ? text.judged(tally) : rows.length > 0 ? text.verdict(rows.length) : text.none;
    return html`<section class="panel" data-panel="plan" data-keeping=${keeper.keeping}>
      <header>
        <div class="eyebrow"><b>${text.name}</b>${this.#tools(content, rows, verdict)}</div>
        <h2>${verdict}</h2>
        <p class="what" role="status">${this.#status(content)}</p>
      </header>
      ${this.#offer(content)} ${this.#faults(content)} ${this.#claim(content, rows)}
      ${rows.length > 0 ? this.#list(content, rows) : nothing}
      <p class="note">${this.#note(content, rows)}</p>
    </section>`;
  }

  #rows({ figures, keeper, nameOf }: PlanContent): readonly PlanRowShown[] {
    return planRows(figures, keeper.current, nameOf, this.later);
  }

  #list(content: PlanContent, rows: readonly PlanRowShown[]): TemplateResult {
    const { strings } = content;
    const { columns, planned } = words[strings.locale];
    const then = rows.every(({ outcome }) => outcome);
    const write = (attribute: string, field: PlanField, text: string): void => {
      const entries = this.#rows(content).map(({ entry }) => entry);
      content.keeper.write(applyEdit(entries, attribute, field, text));
    };
    return html`<div class="plan">
      <div class="head" aria-hidden="true">
        <span class="service">${columns.service}</span><span>${then ? planned : columns.now}</span
        ><span>${columns.beat}</span><span>${columns.action}</span><span>${columns.responsible}</span
        ><span>${columns.due}</span>
      </div>
      <ol>
        ${rows.map((row, at) => planRow(row, at + 1, strings, write))}
      </ol>
    </div>`;
  }

  #tools(content: PlanContent, rows: readonly PlanRowShown[], heading: string): TemplateResult {
    const { strings, source } = content;
    const { panel } = strings;
    const text = words[strings.locale];
    return html`<span class="tools" role="group" aria-label="${text.name}: ${panel.view}">
      ${fileButton(text.import, '', (files) => void this.#import(content, files))}
      ${
        rows.length > 0
          ? html`${pictureTools(
                'plan',
                tablePicture(() => planTexts(rows, strings)),
                { heading, foot: source },
                strings,
              )}
              <button type="button" @click=${() => saveCsv('plan', planCsv(rows))}>${panel.csv}</button>
              <button type="button" @click=${() => this.#export(content, rows)}>${panel.json}</button>`
          : nothing
      }
    </span>`;
  }

  #status({ keeper, strings }: PlanContent): string {
    const text = words[strings.locale];
    const done = this.imported?.ok ? text.imported(this.imported.rows) : '';
    const kept = { untried: '', kept: text.kept, refused: text.refused }[keeper.keeping];
    return strings.sentences([done, kept].filter((part) => part !== ''));
  }

  #offer({ keeper, strings }: PlanContent): TemplateResult | typeof nothing {
    const { offered } = keeper;
    if (!offered) return nothing;
    const text = words[strings.locale];
    const edited = Date.parse(offered.editedAt);
    const filled = offered.entries.filter(isFilled).length;
    return html`<div class="msg calm" data-part="offer">
      <p>${text.offer(strings.period(edited, edited), filled)}</p>
      <p class="choices">
        <button type="button" @click=${() => keeper.adopt(offered)}>${text.takeOffer}</button>
        <button type="button" @click=${() => keeper.decline()}>${text.leaveOffer}</button>
      </p>
    </div>`;
  }

  #faults({ strings }: PlanContent): TemplateResult | typeof nothing {
    const { imported } = this;
    if (!imported || imported.ok) return nothing;
    const text = words[strings.locale];
    const { file, issues } = imported;
    return html`<div class="msg" role="alert" data-part="faults">
      <b>${text.faulty(file)}</b>
      <ul>
        ${issues
          .slice(0, ISSUES_SHOWN)
          .map(({ path, message }) => html`<li>${path === '' ? message : `${path}: ${message}`}</li>`)}
        ${issues.length > ISSUES_SHOWN ? html`<li>${text.more(issues.length - ISSUES_SHOWN)}</li>` : nothing}
      </ul>
    </div>`;
  }

  /** Without times only the reader knows which answers came later. */
  #claim({ strings }: PlanContent, rows: readonly PlanRowShown[]): TemplateResult | typeof nothing {
    if (!rows.some(({ round }) => round === 'untimed')) return nothing;
    return html`<label class="claim"
      ><input
        type="checkbox"
        name="plan-later"
        .checked=${this.later}
        @change=${({ currentTarget }: Event) =>
          (this.later = currentTarget instanceof HTMLInputElement && currentTarget.checked)}
      />
      ${words[strings.locale].untimed}</label
    >`;
  }

  #note({ figures: { matrix }, whole, nameOf, strings }: PlanContent, rows: readonly PlanRowShown[]): string {
    const text = words[strings.locale];
    const contested = matrix ? firstAndContested(matrix).contested : [];
    return strings.sentences([
      whole ? text.whole : '',
      ...(rows.some(({ round }) => round === 'overlapping') ? [text.overlapping] : []),
      ...(rows.length > 0 ? [text.note] : []),
      ...(planTally(rows) ? [text.judgedNote] : []),
      ...(contested.length > 0 ? [text.undecided(contested.map(({ attribute }) => nameOf(attribute)))] : []),
    ]);
  }

  async #import({ keeper }: PlanContent, [file]: readonly File[]): Promise<void> {
    if (!file) return;
    const read = await readPlanFile(file, keeper.head());
    if (read.ok) keeper.adopt(read.value);
    this.imported = read.ok
      ? { ok: true, rows: read.value.entries.length }
      : { ok: false, file: file.name, issues: read.issues };
  }

  /** What is exported is what is kept: both carry one id, so that it is known again. */
  #export({ keeper }: PlanContent, rows: readonly PlanRowShown[]): void {
    saveJson('plan', JSON.stringify(keeper.snapshot(rows.map(({ entry }) => entry)), null, 2));
  }
}
