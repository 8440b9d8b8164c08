import 'axe-core';
import '../../../report/define.ts';
import { LitElement } from 'lit';
import { FourfoldReport } from '../../../report/app.ts';
import { inspect } from '../../../report/engine/inspect.ts';
import type { ReportEngine } from '../../../report/engine/engine-client.ts';
import { bake } from '../../../report/engine/bake.ts';
import { Engine } from '../../../report/engine/engine.ts';
import type { SourceFile } from '../../../report/engine/messages.ts';
import { blobSource, type Source } from '../../../report/engine/source.ts';
import { eventually } from './in-browser.ts';

interface Axe {
  run(
    context: Element,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
}

/** An engine in the page itself: the worker's own code without the worker. */
export function directEngine(): ReportEngine {
  const engine = new Engine();
  let sources: readonly Source[] = [];
  let read: ReadonlySet<string> = new Set();
  return {
    read: async (files, options, watcher, given) => {
      sources = files.map(({ name, blob }) => blobSource(name, blob));
      const outcome = await engine.read(sources, options, watcher, given);
      read = new Set(outcome.files.map(({ name }) => name));
      return outcome;
    },
    comments: (wanted) => Promise.resolve(engine.comments(wanted)),
    bake: (wanted) => bake(engine, sources, read, wanted),
    figures: (options, filter) => Promise.resolve(engine.figures(options, filter)),
    inspect: (files, named) =>
      Promise.all(files.map(({ name, blob }) => inspect(blobSource(name, blob), named))),
    cancel: () => undefined,
  };
}

/** The report's page as a reader has it. */
export class ReportHarness {
  readonly element: FourfoldReport;

  private constructor(element: FourfoldReport) {
    this.element = element;
  }

  /** A page with the report's style, in English, without any file. */
  static async open(engine: ReportEngine = directEngine()): Promise<ReportHarness> {
    await styled();
    const element = new FourfoldReport();
    element.engine = engine;
    element.language = 'en';
    document.body.append(element);
    await element.updateComplete;
    return new ReportHarness(element);
  }

  async read(...files: SourceFile[]): Promise<void> {
    await this.element.open(files);
    await this.settled();
  }

  async settled(): Promise<void> {
    await this.element.updateComplete;
    // The chart is drawn one update later than its panel.
    for (const inner of this.element.querySelectorAll(
      'fourfold-matrix, fourfold-panel, fourfold-comments, fourfold-plan, fourfold-save, fourfold-chart',
    ))
      if (inner instanceof LitElement) await inner.updateComplete;
  }

  get state(): string | undefined {
    return this.element.querySelector<HTMLElement>('[data-state]')?.dataset.state;
  }

  find(selector: string): HTMLElement {
    const found = this.element.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`find: expected ${selector}`);
    return found;
  }

  all(selector: string): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>(selector)];
  }

  text(selector: string): string {
    return (this.find(selector).textContent ?? '').replace(/\s+/gu, ' ').trim();
  }

  async press(name: string): Promise<void> {
    const button = await eventually(
      () => this.all('button').find((candidate) => candidate.textContent.trim() === name),
      `a button ${name}`,
    );
    button.click();
    await this.settled();
  }

  async choose(group: string, value: string): Promise<void> {
    this.find(`input[name="fourfold-${group}"][value="${value}"]`).click();
    await this.settled();
  }

  /** What axe finds wrong with the page, one line a finding. */
  async axe(): Promise<string[]> {
    const { axe } = globalThis as unknown as { axe: Axe }; // axe-core sets it
    const { violations } = await axe.run(this.element, { rules: { region: { enabled: false } } });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    );
  }

  close(): void {
    this.element.remove();
    dark(false);
  }
}

/** Lets the page look as under a dark scheme, or no longer. */
export function dark(on: boolean): void {
  for (const sheet of document.styleSheets)
    for (const rule of sheet.cssRules)
      if (rule instanceof CSSMediaRule && rule.cssRules[0]?.cssText.includes('color-scheme: dark'))
        rule.media.mediaText = on ? 'screen' : 'screen and (prefers-color-scheme: dark)';
}

async function styled(): Promise<void> {
  if (document.querySelector('link[data-report]')) return;
  await Promise.all(
    ['report', 'print'].map(async (name) => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.dataset.report = name;
      link.href = `/report/styles/${name}.css`;
      document.head.append(link);
      await new Promise((done, failed) => {
        link.addEventListener('load', done);
        link.addEventListener('error', failed);
      });
    }),
  );
}
