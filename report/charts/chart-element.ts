import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { isPrinting } from '../printing.ts';
import { turnToDraw } from '../turn-to-draw.ts';
import { Chart } from './chart.ts';
import { chartTheme } from './chart-theme.ts';
import { PHONE_BELOW, type Drawing } from './drawing.ts';

/** Pixels of the printed drawing for each of its own. */
const PRINT_DENSITY = 3;

/**
 * A chart on a canvas, drawn anew for its width and for the reader's colours, and once more, light and at paper's
 * size, for print.
 */
export class ChartElement extends LitElement {
  static override properties = { drawing: { attribute: false } };

  declare drawing: Drawing | undefined;
  #screen: Chart<'scatter'> | undefined;
  #print: Chart<'scatter'> | undefined;
  #phone = false;
  /** The newest drawing that was asked for; it waits for its turn. */
  #wanted: object | undefined;
  #drawn: Promise<void> | undefined;
  #connection: AbortController | undefined;

  // The page's one style sheet reaches the canvas, and print can lay it out.
  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const connection = (this.#connection = new AbortController());
    const { signal } = connection;
    for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)'])
      matchMedia(query).addEventListener('change', () => this.requestUpdate(), { signal });
    addEventListener('beforeprint', () => this.#drawForPrint(), { signal });
    const observer = new ResizeObserver(([{ contentRect }]) => {
      const phone = contentRect.width < PHONE_BELOW;
      if (phone === this.#phone) return;
      this.#phone = phone;
      this.requestUpdate();
    });
    observer.observe(this);
    signal.addEventListener('abort', () => observer.disconnect());
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection?.abort();
    this.#wanted = undefined;
    this.#destroy();
  }

  // Before the first drawing: its height follows from the form.
  protected override willUpdate(): void {
    this.#phone = this.clientWidth < PHONE_BELOW;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { drawing } = this;
    if (!drawing) return nothing;
    const { description, look } = drawing;
    return html`<div class="plot ${look} ${this.#phone ? 'phone' : ''}">
        <canvas class="shown" role="img" aria-label=${description}></canvas>
      </div>
      <canvas class="printed light" role="img" aria-label=${description}></canvas>`;
  }

  protected override updated(): void {
    if (isPrinting()) this.#drawForPrint();
    this.#drawn = this.#draw();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const complete = await super.getUpdateComplete();
    await this.#drawn;
    return complete;
  }

  async #draw(): Promise<void> {
    const wanted = (this.#wanted = {});
    await turnToDraw();
    if (this.#wanted !== wanted || !this.isConnected) return;
    this.#destroy();
    const { drawing } = this;
    const shown = this.querySelector<HTMLCanvasElement>('canvas.shown');
    if (!drawing || !shown) return;
    this.#screen = new Chart(shown, drawing.configure(chartTheme(this), this.#phone ? 'phone' : 'wide'));
  }

  #drawForPrint(): void {
    const { drawing } = this;
    const printed = this.querySelector<HTMLCanvasElement>('canvas.printed');
    if (!drawing || !printed) return;
    this.#print?.destroy();
    printed.width = drawing.print.width;
    printed.height = drawing.print.height;
    const paper = drawing.configure(chartTheme(printed), 'print');
    this.#print = new Chart(printed, {
      ...paper,
      options: { ...paper.options, devicePixelRatio: PRINT_DENSITY },
    });
    // Chart.js fixes the size in px. On paper a chart is as wide as it was drawn, so that its type keeps its size.
    printed.style.width = `${drawing.print.width}px`;
    printed.style.removeProperty('height');
    printed.style.removeProperty('display');
  }

  #destroy(): void {
    this.#screen?.destroy();
    this.#print?.destroy();
    this.#screen = this.#print = undefined;
  }
}
