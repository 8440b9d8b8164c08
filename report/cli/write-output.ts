import { rename, rm, writeFile } from 'node:fs/promises';
import { CommandError } from './command-error.ts';
import type { Output } from './run.ts';

/**
 * Writes a text to a file, or prints it when there is none. A file is written whole or not at all.
 *
 * @throws CommandError when it cannot be written
 */
export async function writeOutput(text: string, file: string | undefined, output: Output): Promise<void> {
  if (file === undefined) {
    output.print(text);
    return;
  }
  const part = `${file}.part`;
  try {
    await writeFile(part, text);
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(`${file} cannot be written: ${reason}`, 1, { cause: error });
  }
}
