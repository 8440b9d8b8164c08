import { describe, expect, test, vi } from 'vitest';
import { Engine } from '../../../report/engine/engine.ts';
import { giveSlice } from '../../../report/engine/give-slice.ts';
import type { ReadOutcome, SliceWanted, SourceFile } from '../../../report/engine/messages.ts';
import { openFiles } from '../../../report/engine/open-files.ts';
import { SLICE_BYTES } from '../../../report/engine/sliced-source.ts';
import { outcomeOf, someAnswers, textFile } from '../support/some-answers.ts';

/** A Blob as it was before its file was moved: its size is known, its bytes are gone. */
function gone(message = 'The I/O read operation failed.'): Blob {
  const refuse = (): Promise<never> => Promise.reject(new DOMException(message, 'NotReadableError'));
  const blob = new Blob(['id,nps']);
  return Object.assign(blob, {
    arrayBuffer: refuse,
    slice: () => Object.assign(new Blob(), { arrayBuffer: refuse }),
  });
}

/** Reads as a worker does that may not read a Blob, with a page that reads for it. */
async function readByPage(
  files: readonly SourceFile[],
): Promise<{ outcome: ReadOutcome; wanted: SliceWanted[] }> {
  const wanted: SliceWanted[] = [];
  const sources = await openFiles(
    files,
    (wish) => {
      wanted.push(wish);
      void giveSlice(files, wish);
    },
    gone(),
  );
  return { outcome: await new Engine().read(sources), wanted };
}

describe('openFiles(files, ask)', () => {
  test('asks the page for nothing where a Blob can be read', async () => {
    const ask = vi.fn();
    const files = [textFile('a.csv', someAnswers(20))];
    const outcome = await new Engine().read(await openFiles(files, ask));
    expect(outcome).toEqual(await outcomeOf(files));
    expect(ask).not.toHaveBeenCalled();
  });

  test('throws what is no refusal', async () => {
    const broken = Object.assign(new Blob(), {
      arrayBuffer: () => Promise.reject(new RangeError('no memory')),
    });
    await expect(openFiles([], vi.fn(), broken)).rejects.toThrow(RangeError);
  });

  test('makes the same of files that the page reads, larger than a slice and cut within a row', async () => {
    const files = [
      textFile('a.csv', someAnswers(24_000)),
      textFile('b.csv', someAnswers(300, 9).replaceAll('\np', '\nq')),
    ];
    expect(files[0].blob.size).toBeGreaterThan(SLICE_BYTES);
    const { outcome, wanted } = await readByPage(files);
    expect(outcome.files.map(({ rows }) => rows)).toEqual([24_000, 300]);
    expect(outcome).toEqual(await outcomeOf(files));
    expect(new Set(wanted.map(({ file }) => file))).toEqual(new Set([0, 1]));
    expect(Math.max(...wanted.map(({ from, to }) => to - from))).toBe(SLICE_BYTES);
  });

  test('keeps one wish open at a time', async () => {
    const files = [{ name: 'a.csv', blob: new Blob([new Uint8Array(3 * SLICE_BYTES)]) }];
    let [open, most, asked] = [0, 0, 0];
    const [source] = await openFiles(
      files,
      (wish) => {
        asked++;
        most = Math.max(most, ++open);
        void giveSlice(files, wish).then(() => open--);
      },
      gone(),
    );
    for await (const chunk of source.chunks()) expect(chunk).toHaveLength(SLICE_BYTES);
    expect([asked, most]).toEqual([3, 1]);
  });

  test('names a file that was moved, and reads the others', async () => {
    const files = [textFile('a.csv', someAnswers(20)), { name: 'moved.csv', blob: gone() }];
    const { outcome } = await readByPage(files);
    expect(outcome.problems).toEqual([{ file: 'moved.csv', code: 'unreadable' }]);
    expect(outcome.files.map(({ name }) => name)).toEqual(['a.csv']);
  });
});

describe('giveSlice(files, wanted)', () => {
  async function answer(
    files: readonly SourceFile[],
    file: number,
    from: number,
    to: number,
  ): Promise<unknown> {
    const { port1: ear, port2: port } = new MessageChannel();
    const heard = new Promise<unknown>((done) => (ear.onmessage = ({ data }) => done(data)));
    await giveSlice(files, { kind: 'slice-wanted', file, from, to, port });
    return heard.finally(() => ear.close());
  }

  test('answers with the bytes from, and before to, of the file meant', async () => {
    const files = [textFile('a.csv', 'abcdef'), textFile('b.csv', 'ghijkl')];
    expect(await answer(files, 1, 2, 4)).toEqual({ ok: true, bytes: new TextEncoder().encode('ij').buffer });
  });

  test('answers with the kind of error that reading met', async () => {
    expect(await answer([{ name: 'a.csv', blob: gone('moved') }], 0, 0, 4)).toEqual({
      ok: false,
      name: 'NotReadableError',
      message: 'moved',
    });
  });
});
