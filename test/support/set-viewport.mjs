/**
 * Gives a page of Puppeteer its size. Firefox 140 cannot turn a screen, of which Puppeteer speaks in the same breath;
 * the size it takes.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {import('puppeteer-core').Viewport} size in px
 * @param {(size: import('puppeteer-core').Viewport) => Promise<void>} [set] how Puppeteer does it
 */
export async function setViewport(page, size, set = (wanted) => page.setViewport(wanted)) {
  try {
    await set(size);
  } catch (error) {
    if (!String(error).includes('setScreenOrientationOverride')) throw error;
    await page.waitForFunction(`innerWidth === ${size.width}`);
  }
}
