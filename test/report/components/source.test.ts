import { blobSource } from '../../../report/engine/source.ts';
import { equal, it } from '../../widget/support/in-browser.ts';

/** Of browsers that are started with `--expose-gc`. */
declare const gc: (() => void) | undefined;

const MEGABYTES = 40;

it('a source is read to its end while memory is cleared all the time', async () => {
  const clearing = setInterval(() => typeof gc === 'function' && gc(), 3);
  try {
    let bytes = 0;
    const read = async (): Promise<void> => {
      const source = blobSource('answers.csv', new Blob([new Uint8Array(MEGABYTES * 1e6)]));
      for await (const part of source.chunks()) bytes += part.length;
    };
    await read();
    equal(bytes, MEGABYTES * 1e6);
  } finally {
    clearInterval(clearing);
  }
});
