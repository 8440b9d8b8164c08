import { readFileSync } from 'node:fs';

const BLOCK = /(<script\b[^>]*\bid="fourfold-data"[^>]*>)[\s\S]*?(<\/script>)/;

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
  if (!BLOCK.test(page)) throw new Error('the built report has no block "fourfold-data"');
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return page.replace(BLOCK, (_, open, close) => open + json + close);
}
