import { readFileSync } from 'node:fs';
import { inspect } from '../../../report/engine/inspect.ts';
import { blobSource } from '../../../report/engine/source.ts';
import type { TableFile } from '../../../report/mapping/table-form.ts';

/** A table as the page gets to know it. */
export async function tableOf(text: string): Promise<TableFile> {
  const found = await inspect(blobSource('shop.csv', new Blob([text])));
  if (!found.table) throw new Error('tableOf: expected a table');
  return { ...found, table: found.table };
}

/** The airport survey of 2017, as it was published. */
export async function airport(): Promise<TableFile> {
  return tableOf(readFileSync('demo/data/sfo_2017.csv', 'utf8'));
}
