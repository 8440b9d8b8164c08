import { readFileSync } from 'node:fs';
import type { Figures } from '../../../shared/metrics/figures.ts';
import type { FiguresOptions } from '../../../shared/metrics/figures-options.ts';
import { Engine } from '../../../report/engine/engine.ts';
import type { ReadOutcome } from '../../../report/engine/messages.ts';
import { blobSource, type Source } from '../../../report/engine/source.ts';

/** A file of the fixtures as a source, by its path from `test/fixtures`. */
export function fixtureSource(path: string): Source {
  const bytes = readFileSync(new URL(`../../fixtures/${path}`, import.meta.url));
  return blobSource(path, new Blob([bytes]));
}

/** What the engine makes of files of the fixtures. */
export async function readFixtures(
  paths: readonly string[],
  options: FiguresOptions = {},
): Promise<{ engine: Engine; outcome: ReadOutcome; figures: Figures }> {
  const engine = new Engine();
  const outcome = await engine.read(
    paths.map((path) => fixtureSource(path)),
    options,
  );
  if (!outcome.figures.ok) throw new Error(`readFixtures: expected figures of ${paths.join(', ')}`);
  return { engine, outcome, figures: outcome.figures.value };
}
