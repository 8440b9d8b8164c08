import { readFileSync } from 'node:fs';

const OPEN = '<script type="application/json" id="fourfold-data">';
const CLOSE = '</script>';

/**
 * The built report with all answers that the collector holds at this moment written into it.
 *
 * @param {string} file path of the built report
 * @param {string} collector address of the collector, without a slash at its end
 * @param {string} token
 */
export async function reportPage(file, collector, token) {
  const headers = { Authorization: `Bearer ${token}` };
  const ask = async (path) => {
    const response = await fetch(collector + path, { headers });
    if (!response.ok) throw new Error(`the collector answered ${response.status} to ${path}`);
    return response;
  };
  const { questionnaires } = await (await ask('/questionnaires.json')).json();
  const files = [];
  for (const { id } of questionnaires) {
    const text = await (await ask(`/export.csv?survey=${id}`)).text();
    const hasRows = text.indexOf('\r\n') < text.length - 2;
    if (hasRows) files.push({ name: `${id}.csv`, text });
  }
  const data = { format: 'fourfold-report-data', version: 1, files, questionnaires };
  return bake(readFileSync(file, 'utf8'), data);
}

/**
 * A report's page with data in it. No `<` is left in the data, so that nothing in a comment can end the block.
 *
 * @param {string} page
 * @param {unknown} data
 */
export function bake(page, data) {
  // The last one: the page's own script may name the block as well, and stands before it.
  const start = page.lastIndexOf(OPEN) + OPEN.length;
  if (start < OPEN.length) throw new Error('the built report has no block "fourfold-data"');
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return page.slice(0, start) + json + page.slice(page.indexOf(CLOSE, start));
}
