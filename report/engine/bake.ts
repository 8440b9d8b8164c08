import { mergeSmallValues } from '../../shared/summary/merge-small-values.ts';
import { canonical } from '../../shared/summary/canonical.ts';
import type { Questionnaire } from '../../shared/questionnaire/questionnaire.ts';
import { redact, type Redaction } from '../comments/redact.ts';
import { bakedFile, bakedMappings, type BakedFile } from './baked-file.ts';
import type { Engine } from './engine.ts';
import type { Source } from './source.ts';

/** What a saved report is to hold. */
export interface BakeWanted {
  /** Rows, or counts that add up. */
  readonly data: 'rows' | 'counts';
  /** Comments among the rows: none, all, or all without addresses and numbers. */
  readonly comments: 'none' | 'all' | Redaction;
}

/** What a page needs to show the same figures once more. */
export interface Baked {
  readonly files: readonly BakedFile[];
  readonly questionnaires: readonly Questionnaire[];
}

/**
 * What was read, as files for a page: the rows with the columns that figures stand on, or a summary; and what explains
 * them.
 *
 * @param engine that has read the sources
 * @param read names of the sources that held answers
 */
export async function bake(
  engine: Engine,
  sources: readonly Source[],
  read: ReadonlySet<string>,
  wanted: BakeWanted,
): Promise<Baked> {
  const { mappings, questionnaires } = engine.beside;
  const maps = bakedMappings(mappings);
  const summary = wanted.data === 'counts' ? engine.deepSummary() : undefined;
  // A table of means has no rows to count: it is a summary itself.
  if (summary && summary.slices.length > 0) {
    const counts = { name: 'summary.json', text: canonical(mergeSmallValues(summary)) };
    return { files: [counts, ...maps], questionnaires };
  }
  const known = { questionnaires, mappings, comments: wording(wanted.comments) };
  const files: BakedFile[] = [];
  for (const source of sources) if (read.has(source.name)) files.push(await bakedFile(source, known));
  return { files: [...files, ...maps], questionnaires };
}

function wording(comments: BakeWanted['comments']): false | ((comment: string) => string) {
  if (comments === 'none') return false;
  return comments === 'all' ? (comment) => comment : (comment) => redact(comment, comments);
}
