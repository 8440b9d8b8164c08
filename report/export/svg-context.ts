import { applied, IDENTITY, rotated, scaled, translated, type Affine } from './affine.ts';
import { svgElement, xmlText } from './svg-markup.ts';

interface State {
  readonly matrix: Affine;
  readonly clip: string | undefined;
  readonly dash: readonly number[];
  readonly style: Style;
}

const STYLE = {
  fillStyle: '#000' as string | CanvasGradient | CanvasPattern,
  strokeStyle: '#000' as string | CanvasGradient | CanvasPattern,
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  lineDashOffset: 0,
  globalAlpha: 1,
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
};
type Style = typeof STYLE;

const ANCHORS: Readonly<Record<string, string>> = { center: 'middle', right: 'end', end: 'end' };
const BASELINES: Readonly<Record<string, string>> = { middle: 'central', top: 'hanging', hanging: 'hanging' };
const FULL_TURN = 2 * Math.PI;

/**
 * A drawing context that writes SVG: what charts draw on a canvas comes out as lines and letters, sharp at any size.
 *
 * It knows the calls that Chart.js and the plugins of this report make: paths of lines and arcs, rectangles, text,
 * clipping, and the styles for them.
 */
export class SvgContext {
  readonly #measure: CanvasRenderingContext2D;
  readonly #parts: string[] = [];
  readonly #clips: string[] = [];
  readonly #saved: State[] = [];
  #matrix = IDENTITY;
  #clip: string | undefined;
  #dash: readonly number[] = [];
  #path: string[] = [];

  declare fillStyle: Style['fillStyle'];
  declare strokeStyle: Style['strokeStyle'];
  declare lineWidth: number;
  declare lineCap: string;
  declare lineJoin: string;
  declare lineDashOffset: number;
  declare globalAlpha: number;
  declare font: string;
  declare textAlign: string;
  declare textBaseline: string;

  /**
   * @param canvas what Chart.js takes for its canvas
   * @param measure measures text, in the fonts of the page
   */
  constructor(
    readonly canvas: object,
    measure: CanvasRenderingContext2D,
  ) {
    this.#measure = measure;
    Object.assign(this, STYLE);
  }

  /** What has been drawn so far, as SVG. */
  markup(): string {
    const clips = this.#clips.map((d, k) =>
      svgElement('clipPath', { id: `clip-${k}` }, svgElement('path', { d })),
    );
    return (clips.length > 0 ? svgElement('defs', {}, clips.join('')) : '') + this.#parts.join('');
  }

  save(): void {
    const style = Object.fromEntries(
      Object.keys(STYLE).map((key) => [key, this[key as keyof Style]]),
    ) as Style; // every key of it is given
    this.#saved.push({ matrix: this.#matrix, clip: this.#clip, dash: this.#dash, style });
  }

  restore(): void {
    const state = this.#saved.pop();
    if (!state) return;
    this.#matrix = state.matrix;
    this.#clip = state.clip;
    this.#dash = state.dash;
    Object.assign(this, state.style);
  }

  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void {
    this.#matrix = [a, b, c, d, e, f];
  }

  resetTransform(): void {
    this.#matrix = IDENTITY;
  }

  translate(x: number, y: number): void {
    this.#matrix = translated(this.#matrix, x, y);
  }

  rotate(angle: number): void {
    this.#matrix = rotated(this.#matrix, angle);
  }

  scale(x: number, y: number): void {
    this.#matrix = scaled(this.#matrix, x, y);
  }

  setLineDash(dash: readonly number[]): void {
    this.#dash = [...dash];
  }

  getLineDash(): readonly number[] {
    return this.#dash;
  }

  beginPath(): void {
    this.#path = [];
  }

  closePath(): void {
    this.#path.push('Z');
  }

  moveTo(x: number, y: number): void {
    this.#path.push(`M${this.#at(x, y)}`);
  }

  lineTo(x: number, y: number): void {
    this.#path.push(`${this.#path.length === 0 ? 'M' : 'L'}${this.#at(x, y)}`);
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.moveTo(x, y);
    this.lineTo(x + width, y);
    this.lineTo(x + width, y + height);
    this.lineTo(x, y + height);
    this.closePath();
  }

  arc(x: number, y: number, radius: number, start: number, end: number, anticlockwise = false): void {
    const turn = Math.max(-FULL_TURN, Math.min(FULL_TURN, end - start));
    const point = (angle: number): [number, number] => [
      x + radius * Math.cos(angle),
      y + radius * Math.sin(angle),
    ];
    this.lineTo(...point(start));
    // Two halves: an arc that ends where it begins would be nothing.
    for (const part of [0.5, 1]) {
      const sweep = anticlockwise ? 0 : 1;
      this.#path.push(`A${radius} ${radius} 0 0 ${sweep} ${this.#at(...point(start + part * turn))}`);
    }
  }

  fill(): void {
    this.#draw({ fill: this.fillStyle as string }); // gradients and patterns are not in use
  }

  stroke(): void {
    this.#draw({ fill: 'none', ...this.#line() });
  }

  clip(): void {
    this.#clips.push(this.#path.join(''));
    this.#clip = `url(#clip-${this.#clips.length - 1})`;
  }

  /** Charts clear the whole before they draw. */
  clearRect(): void {
    this.#parts.length = 0;
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.beginPath();
    this.rect(x, y, width, height);
    this.fill();
  }

  strokeRect(x: number, y: number, width: number, height: number): void {
    this.beginPath();
    this.rect(x, y, width, height);
    this.stroke();
  }

  fillText(text: string, x: number, y: number): void {
    this.#write(text, x, y, { fill: this.fillStyle as string }); // as above
  }

  strokeText(text: string, x: number, y: number): void {
    this.#write(text, x, y, { fill: 'none', ...this.#line() });
  }

  measureText(text: string): TextMetrics {
    this.#measure.font = this.font;
    return this.#measure.measureText(text);
  }

  #at(x: number, y: number): string {
    return applied(this.#matrix, x, y)
      .map((each) => Number(each.toFixed(2)))
      .join(' ');
  }

  #line(): Record<string, string | number | undefined> {
    return {
      stroke: this.strokeStyle as string, // as above
      'stroke-width': this.lineWidth,
      'stroke-linejoin': this.lineJoin === 'miter' ? undefined : this.lineJoin,
      'stroke-dasharray': this.#dash.length > 0 ? this.#dash.join(' ') : undefined,
    };
  }

  #draw(look: Record<string, string | number | undefined>): void {
    if (this.#path.length > 0) this.#add('path', { d: this.#path.join(''), ...look });
  }

  #write(text: string, x: number, y: number, look: Record<string, string | number | undefined>): void {
    const [size] = /[\d.]+(?=px)/.exec(this.font) ?? ['10'];
    const [weight] = /\b[1-9]00\b/.exec(this.font) ?? [undefined];
    const [atX, atY] = this.#at(x, y).split(' ');
    this.#parts.push(
      svgElement(
        'text',
        {
          x: atX,
          y: atY,
          'font-size': size,
          'font-weight': weight,
          'font-family': this.font.replace(/^.*?px(\/\S+)?\s*/, ''),
          'text-anchor': ANCHORS[this.textAlign],
          'dominant-baseline': BASELINES[this.textBaseline],
          opacity: this.globalAlpha === 1 ? undefined : this.globalAlpha,
          ...look,
        },
        xmlText(text),
      ),
    );
  }

  #add(name: string, attributes: Record<string, string | number | undefined>): void {
    const opacity = this.globalAlpha === 1 ? undefined : this.globalAlpha;
    this.#parts.push(svgElement(name, { ...attributes, opacity, 'clip-path': this.#clip }));
  }
}
