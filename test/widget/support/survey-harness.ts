import 'axe-core';
import type { AnswerRecord } from '../../../shared/answers/answer-record.ts';
import type { Question } from '../../../shared/questionnaire/questionnaire.ts';
import type { FourfoldSurvey } from '../../../widget/prompt/fourfold-survey.ts';
import { prepare, show } from '../../../widget/prompt/main.ts';
import type { SurveySettings } from '../../../widget/survey-settings.ts';
import { eventually, holds } from './in-browser.ts';

interface Axe {
  run(
    context: Element,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
}

let opened = 0;

/** A prompt as a respondent meets it. */
export class SurveyHarness {
  private constructor(
    readonly element: FourfoldSurvey,
    readonly endpoint: string,
    /** Our events, as the document heard them. */
    readonly events: readonly { readonly name: string; readonly record: AnswerRecord }[],
    private readonly stopListening: () => void,
  ) {}

  /**
   * Shows a survey that answers to a collector of its own.
   *
   * @param how what the collector does: `ok`, `fail` or `refuse`
   */
  static async open(
    survey: string | readonly Question[],
    settings: Partial<SurveySettings> = {},
    how = 'ok',
  ): Promise<SurveyHarness> {
    const endpoint = `/collect/${how}/${crypto.randomUUID()}`;
    const name = typeof survey === 'string' ? survey : `own${++opened}`;
    const raw = typeof survey === 'string' ? undefined : { id: name, version: 1, questions: survey };
    const full = { survey: name, endpoint, context: {}, when: {}, locale: 'en', ...settings };
    const events: { name: string; record: AnswerRecord }[] = [];
    const names = ['shown', 'answer', 'completed', 'dismissed', 'delivered', 'rejected', 'storage'] as const;
    const listening = new AbortController();
    for (const event of names) {
      const listener = ({ detail }: CustomEvent<{ record: AnswerRecord }>) =>
        events.push({ name: event, record: detail.record });
      document.addEventListener(`fourfold-${event}`, listener, { signal: listening.signal });
    }
    const prepared = await prepare(full, raw);
    const element = prepared && show(full, prepared);
    if (!element) throw new Error(`expected ${name} to be shown`);
    const harness = new SurveyHarness(element, endpoint, events, () => listening.abort());
    await harness.settled();
    return harness;
  }

  /** Takes the prompt off the page. */
  close(): void {
    this.stopListening();
    this.element.remove();
    document.documentElement.style.colorScheme = '';
  }

  get root(): ShadowRoot {
    const { shadowRoot } = this.element;
    if (!shadowRoot) throw new Error('expected an open shadow root');
    return shadowRoot;
  }

  /** The one element that a selector finds. */
  find(selector: string): HTMLElement {
    const found = this.root.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`expected ${selector} in ${this.root.innerHTML.slice(0, 400)}`);
    return found;
  }

  get field(): HTMLTextAreaElement {
    const field = this.find('textarea');
    if (!(field instanceof HTMLTextAreaElement)) throw new Error('expected a text field');
    return field;
  }

  has(selector: string): boolean {
    return this.root.querySelector(selector) !== null;
  }

  text(selector: string): string {
    return this.find(selector).innerText.replace(/\s+/g, ' ').trim();
  }

  /** Chooses a point, or ticks "does not apply". */
  async choose(path: string, value?: number): Promise<void> {
    const input = value === undefined ? `[data-path="${path}"]` : `[data-path="${path}"][value="${value}"]`;
    this.find(input).click();
    await this.element.updateComplete;
  }

  /** Presses the button of a part. */
  async press(part: string): Promise<void> {
    this.find(`button[part="${part}"]`).click();
    await this.settled();
  }

  async write(text: string): Promise<void> {
    const { field } = this;
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await this.element.updateComplete;
  }

  /** Waits until a part is on the screen. */
  async until(selector: string): Promise<void> {
    await eventually(() => this.has(selector), selector);
  }

  /** Until nothing changes from frame to frame: sizes are known one frame after the content. */
  async settled(): Promise<void> {
    await this.element.updateComplete;
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    await this.element.updateComplete;
  }

  /** The newest record that the collector was sent, once it satisfies the question. */
  async sent(enough: (record: AnswerRecord) => boolean): Promise<AnswerRecord> {
    return eventually(async () => {
      const response = await fetch(this.endpoint);
      const records = (await response.json()) as AnswerRecord[]; // what our own collector logged
      return records.find(enough);
    }, 'the record at the collector');
  }

  /** The newest record, as the page's owner hears of it. */
  get record(): AnswerRecord {
    const newest = [...this.events].sort((a, b) => b.record.revision - a.record.revision)[0];
    holds(newest !== undefined, 'an event with a record');
    return newest.record;
  }

  names(): string[] {
    return this.events.map(({ name }) => name);
  }

  /** Findings of axe, as `rule: markup`. */
  async axe(): Promise<string[]> {
    await Promise.all(this.element.shadowRoot?.getAnimations().map(({ finished }) => finished) ?? []);
    const { axe } = globalThis as unknown as { axe: Axe }; // axe-core is UMD
    const { violations } = await axe.run(this.element, { rules: { region: { enabled: false } } });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary ?? ''}`),
    );
  }
}
