/** Pixels of the picture for each of its own. */
const DENSITY = 2;

/**
 * A picture in SVG as PNG, drawn by the browser.
 *
 * @param markup one whole SVG element with width and height
 * @returns undefined when the browser cannot draw it
 */
export async function svgPng(markup: string): Promise<Blob | undefined> {
  const url = URL.createObjectURL(new Blob([markup], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * DENSITY;
    canvas.height = image.naturalHeight * DENSITY;
    const context = canvas.getContext('2d');
    if (!context) return undefined;
    context.scale(DENSITY, DENSITY);
    context.drawImage(image, 0, 0);
    return await new Promise((done) => canvas.toBlob((blob) => done(blob ?? undefined), 'image/png'));
  } finally {
    URL.revokeObjectURL(url);
  }
}
