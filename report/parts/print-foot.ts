import type { Strings } from '../strings/en.ts';

/** Keeps the foot of printed pages: which file, read when. A style sheet can name it, a template cannot. */
export class PrintFoot {
  readonly #sheet = new CSSStyleSheet();

  constructor() {
    document.adoptedStyleSheets.push(this.#sheet);
  }

  /** Writes the foot of a page on these files, whatever characters their names hold. */
  write(
    files: readonly { readonly name: string }[],
    { list, locale }: Pick<Strings, 'list' | 'locale'>,
  ): void {
    const day = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'medium' });
    const names = list(files.map(({ name }) => name));
    const text = [names, day.format(new Date()), 'Fourfold'].filter((part) => part !== '').join(' · ');
    const quoted = text.replace(/["\\\n\r\f<]/g, (mark) => `\\${mark.charCodeAt(0).toString(16)} `);
    const font = "8pt 'Segoe UI', Roboto, Arial, sans-serif, 'Noto Sans CJK SC'";
    this.#sheet.replaceSync(
      `@page { @bottom-left { content: "${quoted}"; font: ${font}; color: #696e76; } }`,
    );
  }
}
