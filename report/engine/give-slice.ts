import type { SliceAnswer, SliceWanted, SourceFile } from './messages.ts';

/**
 * Reads a slice on the page for a worker that cannot, and hands it over without a copy.
 *
 * @param files those that the worker was given, in the same order
 */
export async function giveSlice(files: readonly SourceFile[], wanted: SliceWanted): Promise<void> {
  const { port } = wanted;
  try {
    const bytes = await files[wanted.file].blob.slice(wanted.from, wanted.to).arrayBuffer();
    port.postMessage({ ok: true, bytes } satisfies SliceAnswer, [bytes]);
  } catch (error) {
    // The disk's or browser's refusal: the file was moved or changed under the page. All else is ours.
    if (!(error instanceof DOMException)) throw error;
    port.postMessage({ ok: false, name: error.name, message: error.message } satisfies SliceAnswer);
  }
}
