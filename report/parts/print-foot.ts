/** Keeps the foot of printed pages: which file, read when. A style sheet can name it, a template cannot. */
export class PrintFoot {
  readonly #sheet = new CSSStyleSheet();

  constructor() {
    document.adoptedStyleSheets.push(this.#sheet);
  }

  /** Writes the foot's text, whatever characters it holds. */
  write(text: string): void {
    const quoted = text.replace(/["\\\n\r\f<]/g, (mark) => `\\${mark.charCodeAt(0).toString(16)} `);
    const font = "8pt 'Segoe UI', Roboto, Arial, sans-serif, 'Noto Sans CJK SC'";
    this.#sheet.replaceSync(
      `@page { @bottom-left { content: "${quoted}"; font: ${font}; color: #696e76; } }`,
    );
  }
}
