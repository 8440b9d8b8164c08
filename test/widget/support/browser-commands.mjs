/**
 * What the runner's own commands cannot do: `forced-colors` puts on or takes off the reader's own palette, and
 * `accessibility-tree` tells all that a screen reader is told, groups included.
 */
export function browserCommands() {
  return {
    name: 'fourfold-browser-commands',
    async executeCommand({ command, payload, session }) {
      if (command !== 'forced-colors' && command !== 'accessibility-tree') return undefined;
      const { browser, id } = session;
      const page = browser.getPage(id);
      if (command === 'forced-colors') {
        const value = payload.active ? 'active' : 'none';
        if (browser.type === 'playwright') await page.emulateMedia({ forcedColors: value });
        else {
          const client = await page.createCDPSession();
          await client.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
        }
        return { value };
      }
      if (browser.type !== 'puppeteer') return undefined;
      const root = await page.$(payload.selector);
      return page.accessibility.snapshot({ interestingOnly: false, root });
    },
  };
}
