import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { Source } from '../engine/source.ts';
import { CommandError } from './command-error.ts';
import { workbookSource } from './workbook-source.ts';

const CHUNK_BYTES = 1 << 20;

/**
 * A file on the disk, read by and by; a workbook's first sheet as a table.
 *
 * @throws CommandError when it cannot be opened
 */
export async function diskSource(path: string): Promise<Source> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new CommandError(`${path}: it is a folder; name the files in it`, 1);
    const { size } = found;
    if (/\.xlsx$/i.test(path)) return await workbookSource(path, new Uint8Array(await readFile(path)));
    return { name: path, size, chunks: () => createReadStream(path, { highWaterMark: CHUNK_BYTES }) };
  } catch (error) {
    if (error instanceof CommandError || !(error instanceof Error) || !('code' in error)) throw error;
    const reasons: Readonly<Record<string, string>> = {
      ENOENT: 'there is no such file; check its name',
      EACCES: 'it may not be read; check its rights',
    };
    const code = String(error.code);
    throw new CommandError(`${path}: ${reasons[code] ?? error.message}`, 1, { cause: error });
  }
}
