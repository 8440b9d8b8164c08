import 'axe-core';
import type { AnswerRecord } from '../../../shared/answers/answer-record.ts';
import type { Question } from '../../../shared/questionnaire/questionnaire.ts';
import type { FourfoldSurvey } from '../../../widget/prompt/fourfold-survey.ts';
import * as outbox from '../../../widget/outbox/main.ts';
import { prepare, show } from '../../../widget/prompt/main.ts';
import type { Strings } from '../../../widget/prompt/strings/strings.ts';
import type { SurveySettings } from '../../../widget/survey-settings.ts';
import { command, equal, eventually, holds, listenToConsole } from './in-browser.ts';

interface Axe {
  run(
    context: Element,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
}

/** One thing that a screen reader is told of. */
interface Heard {
  readonly role: string;
  readonly name?: string;
  readonly description?: string;
  readonly value?: string;
  readonly checked?: boolean;
  readonly pressed?: boolean;
  readonly invalid?: string;
  readonly children?: readonly Heard[];
}

/** Roles that tell nothing without a name of their own; the last are read as part of what they stand in. */
const SILENT = [
  'none',
  'generic',
  'group',
  'cell',
  'row',
  'rowgroup',
  'LabelText',
  'StaticText',
  'InlineTextBox',
  'LineBreak',
];
/** Roles that are read by their content. */
const READ = ['paragraph', 'status', 'alert'];

function lines(node: Heard): string[] {
  const { role, description, value, checked, pressed, invalid, children = [] } = node;
  const name = READ.includes(role) ? words(node) : (node.name ?? '');
  const told = [
    role,
    ...(name ? [`"${name}"`] : []),
    ...(description ? [`(${description})`] : []),
    ...(value ? [`= ${value.replace(/\s+/g, ' ').trim()}`] : []),
    ...(checked ? ['checked'] : []),
    ...(pressed ? ['pressed'] : []),
    ...(invalid === 'true' ? ['invalid'] : []),
  ];
  const silent =
    (SILENT.includes(role) && !name) || SILENT.indexOf(role) > 5 || (READ.includes(role) && !name);
  return [...(silent ? [] : [told.join(' ').replace(/\s/g, ' ')]), ...children.flatMap(lines)];
}

function words({ role, name = '', children = [] }: Heard): string {
  return role === 'StaticText' ? name : children.map(words).join(' ').replace(/\s+/g, ' ').trim();
}

/** What is given with questions that are not built in: their own words, or anything that may be wrong. */
export interface Own {
  readonly questions: unknown;
  readonly [field: string]: unknown;
}

let opened = 0;

/** A prompt as a respondent meets it. */
export class SurveyHarness {
  private constructor(
    readonly element: FourfoldSurvey,
    readonly endpoint: string,
    /** Events of all prompts, as the document heard them. */
    private readonly told: readonly { readonly name: string; readonly record: AnswerRecord }[],
    /** What the console was told since the prompt was asked for. */
    readonly said: readonly string[],
    private readonly stopListening: () => void,
  ) {}

  /**
   * Shows a survey that answers to a collector of its own.
   *
   * @param how what the collector does: `ok`, `fail` or `refuse`
   */
  static async open(
    survey: string | readonly Question[] | Own,
    settings: Partial<SurveySettings> = {},
    how = 'ok',
  ): Promise<SurveyHarness> {
    const endpoint = `/collect/${how}/${crypto.randomUUID()}`;
    const name = typeof survey === 'string' ? survey : `own${++opened}`;
    const own = 'questions' in Object(survey) ? (survey as Own) : { questions: survey };
    const raw = typeof survey === 'string' ? undefined : { id: name, version: 1, ...own };
    const full = { survey: name, endpoint, context: {}, when: {}, locale: 'en', ...settings };
    const events: { name: string; record: AnswerRecord }[] = [];
    const names = ['shown', 'answer', 'completed', 'dismissed', 'delivered', 'rejected', 'storage'] as const;
    const listening = new AbortController();
    const ears = listenToConsole();
    listening.signal.addEventListener('abort', ears.stop);
    for (const event of names) {
      const listener = ({ detail }: CustomEvent<{ record: AnswerRecord }>) =>
        events.push({ name: event, record: detail.record });
      document.addEventListener(`fourfold-${event}`, listener, { signal: listening.signal });
    }
    const prepared = await prepare(full, raw, outbox);
    const element = prepared && show(full, prepared);
    if (!element) {
      listening.abort();
      throw new Error(`expected ${name} to be shown; it says: ${ears.said.join()}`);
    }
    const harness = new SurveyHarness(element, endpoint, events, ears.said, () => listening.abort());
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

  /** The prompt's words in the language that it speaks. */
  get strings(): Strings {
    return this.element.strings as Strings; // all of them, once the rest of the language is here
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

  /** The input of a path, and of a value where there are several. */
  input(path: string, value?: number | string): HTMLInputElement {
    const which = value === undefined ? '' : `[value="${value}"]`;
    return this.find(`[data-path="${path}"]${which}`) as HTMLInputElement; // every path is an input's or a text field's
  }

  /** Values of what is chosen or ticked on the screen. */
  chosen(): string[] {
    return [...this.root.querySelectorAll('input')]
      .filter(({ checked }) => checked)
      .map(({ value }) => value);
  }

  /** Path, or part, of what has the focus. */
  get focused(): string | null | undefined {
    const { activeElement } = this.root;
    return activeElement?.getAttribute('data-path') ?? activeElement?.getAttribute('part');
  }

  /** What the screen asks, in words. */
  get question(): string {
    return this.text('.question');
  }

  has(selector: string): boolean {
    return this.root.querySelector(selector) !== null;
  }

  text(selector: string): string {
    return this.find(selector).innerText.replace(/\s+/g, ' ').trim();
  }

  /** Chooses a point, or ticks "does not apply". */
  async choose(path: string, value?: number | string): Promise<void> {
    const input = value === undefined ? `[data-path="${path}"]` : `[data-path="${path}"][value="${value}"]`;
    this.find(input).click();
    await this.element.updateComplete;
  }

  /** Presses the button of a part. */
  async press(part: string): Promise<void> {
    this.find(`button[part="${part}"]`).click();
    await this.settled();
  }

  /** Writes into a field, in place of what is there; into the comment's, when no path is given. */
  async write(text: string, path?: string): Promise<void> {
    const field = path === undefined ? this.field : this.input(path);
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

  /** Events of this prompt. Those of answers that were kept before it was shown are heard as well. */
  get events(): readonly { readonly name: string; readonly record: AnswerRecord }[] {
    const own = this.told.find(({ name }) => name === 'shown')?.record.id;
    return this.told.filter(({ record }) => record.id === own);
  }

  /** The newest record, as the page's owner hears of it. */
  get record(): AnswerRecord {
    const newest = [...this.events].sort((a, b) => b.record.revision - a.record.revision)[0];
    holds(newest !== undefined, 'an event with a record');
    return newest.record;
  }

  /** The newest revision as it was handed to the outbox; of a step without an answer the owner hears later. */
  get newest(): AnswerRecord {
    const { draft } = this.element.run;
    if (!draft) throw new Error('expected an endpoint');
    return JSON.parse(draft.body) as AnswerRecord; // the widget wrote it
  }

  names(): string[] {
    return this.events.map(({ name }) => name);
  }

  /**
   * What a screen reader is told of the prompt, a line each: role, name, description, value and state; without what is
   * said in the first seconds, as the prompt comes.
   */
  async heard(): Promise<string[]> {
    await this.still();
    const heard = lines((await command('accessibility-tree', { selector: 'fourfold-survey' })) as Heard); // as the runner says it
    return heard.filter((line, i) => i > 0 || !line.startsWith('status '));
  }

  /** Until nothing moves. */
  async still(): Promise<void> {
    await this.settled();
    await Promise.all(this.root.getAnimations().map(({ finished }) => finished.catch(() => undefined)));
  }

  /** Fails when the console was told anything. */
  silent(): void {
    equal(this.said, [], 'the console');
  }

  /** Findings of axe, as `rule: markup`. */
  async axe(): Promise<string[]> {
    await this.still();
    const { axe } = globalThis as unknown as { axe: Axe }; // axe-core is UMD
    const { violations } = await axe.run(this.element, {
      rules: { region: { enabled: false } },
      resultTypes: ['violations'],
      iframes: false,
      preload: false,
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary ?? ''}`),
    );
  }
}
