import type { SliceAnswer, SliceWanted, SourceFile } from './messages.ts';
import { slicedSource } from './sliced-source.ts';
import { blobSource, type Source } from './source.ts';

/** Takes a wish to the page, and its port with it. */
export type AskPage = (wanted: SliceWanted, transfer: MessagePort[]) => void;

/**
 * The sources of a worker. It reads the files itself where it can; WebKit refuses a worker every Blob, even one of
 * its own, when the page was opened from a disk, and there the page reads for it.
 *
 * @param files in the order in which the page holds them
 * @param ask how the page is asked for a slice
 * @param trial a Blob that can be read wherever any can
 */
export async function openFiles(
  files: readonly SourceFile[],
  ask: AskPage,
  trial: Blob = new Blob(['?']),
): Promise<Source[]> {
  if (await isReadable(trial)) return files.map(({ name, blob }) => blobSource(name, blob));
  return files.map(({ name, blob }, file) =>
    slicedSource(name, blob.size, (from, to) => sliceOfPage(ask, file, from, to)),
  );
}

async function isReadable(blob: Blob): Promise<boolean> {
  try {
    await blob.arrayBuffer();
    return true;
  } catch (error) {
    // NotReadableError: the browser's refusal. All else is ours.
    if (error instanceof DOMException) return false;
    throw error;
  }
}

function sliceOfPage(ask: AskPage, file: number, from: number, to: number): Promise<Uint8Array> {
  return new Promise((done, failed) => {
    const { port1: ear, port2: port } = new MessageChannel();
    ear.onmessage = ({ data }: MessageEvent<SliceAnswer>) => {
      ear.close();
      if (data.ok) done(new Uint8Array(data.bytes));
      // As if the worker had read it: a file that was moved is known by the kind of error.
      else failed(new DOMException(data.message, data.name));
    };
    ask({ kind: 'slice-wanted', file, from, to, port }, [port]);
  });
}
