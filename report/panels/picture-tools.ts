import { html, type TemplateResult } from 'lit';
import { drawTable, type TableTexts } from '../export/draw-table.ts';
import type { PictureWords } from '../export/picture.ts';
import { savePng, saveSvg, type Draw } from '../export/save.ts';
import type { Strings } from '../strings/en.ts';

/**
 * The buttons that give a panel's picture.
 *
 * @param id names the files
 */
export function pictureTools(
  id: string,
  draw: Draw,
  words: PictureWords,
  { panel }: Strings,
): TemplateResult {
  return html`<button type="button" @click=${() => void savePng(id, draw, words)}>${panel.png}</button>
    <button type="button" @click=${() => saveSvg(id, draw, words)}>${panel.svg}</button>`;
}

/** Draws a table, for panels whose chart is no drawing. */
export function tablePicture(texts: () => TableTexts): Draw {
  return (theme, measure) => drawTable(texts(), theme, measure);
}
