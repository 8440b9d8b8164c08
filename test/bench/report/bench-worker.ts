import { Engine } from '../../../report/engine/engine.ts';
import { readAnswers } from '../../../report/engine/read-answers.ts';
import { blobSource } from '../../../report/engine/source.ts';

/**
 * What the page asks: the bytes alone, plainly or as the engine reads them; the columns; or all figures and a filter. Then
 * the counts of what was read, by which the bench sees that it was read rightly: they are no part of reading.
 */
interface Task {
  readonly what: 'bytes' | 'chunks' | 'columns' | 'figures' | 'counts';
  readonly file: File;
}

/** A file read in the plainest way. */
async function* partsOf(file: File): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}

let counts = (): Record<string, readonly number[]> => ({});

async function run({ what, file }: Task): Promise<Record<string, unknown>> {
  if (what === 'counts') return { counts: counts() };
  const source = blobSource(file.name, file);
  const began = performance.now();
  const wall = (): number => performance.now() - began;
  if (what === 'bytes' || what === 'chunks') {
    let bytes = 0;
    for await (const chunk of what === 'chunks' ? source.chunks() : partsOf(file)) bytes += chunk.length;
    return { wall: wall(), bytes };
  }
  if (what === 'columns') {
    const { reader } = await readAnswers([source]);
    const { rows, scales } = reader.builder.build();
    const read = wall();
    counts = () =>
      Object.fromEntries(
        scales.map(({ key, min, max, cells }) => {
          const all = new Uint32Array(256);
          for (const cell of cells) all[cell]++;
          return [key, [...new Array<number>(min).fill(0), ...all.subarray(0, max - min + 1)]];
        }),
      );
    return { wall: read, rows, rejected: reader.rejections.rows + reader.rejections.cells };
  }
  const engine = new Engine();
  let first: number | undefined;
  const watcher = { firstFigures: () => void (first ??= wall()) };
  await engine.read([source], {}, watcher);
  const figures = wall();
  // Nearly every record stays: the largest work that a filter makes.
  const filter = { fields: new Map([['touchpoint', ['order', 'delivery', 'service', 'return']]]) };
  engine.firstFigures({}, filter);
  const points = wall() - figures;
  engine.figures({}, filter);
  return { wall: figures, first, points, filter: wall() - figures };
}

addEventListener('message', ({ data }: MessageEvent<Task>) => {
  void run(data).then((result) => postMessage(result));
});
