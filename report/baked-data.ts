import * as v from 'valibot';
import { objectMessage } from '../shared/object-message.ts';
import type { Parsed } from '../shared/parsed.ts';
import { schemaIssues } from '../shared/schema-issues.ts';
import type { SourceFile } from './engine/messages.ts';
import { LANGUAGES, type Language } from './parts/page-header.ts';
import { parsePlan } from './plan/parse-plan.ts';
import type { PlanDocument } from './plan/plan-document.ts';
import { parsePageState, type PageState } from './state.ts';

/** Name that data baked into the page carries. */
export const BAKED_FORMAT = 'fourfold-report-data';

/** Version of the baked data's form; a page refuses a higher one. */
export const BAKED_VERSION = 1;

/** What stands in the page itself, so that it opens on its figures. */
export interface BakedReport {
  readonly files: readonly SourceFile[];
  readonly language?: Language;
  /** What the reader had chosen when the report was saved. */
  readonly state?: PageState;
  readonly plan?: PlanDocument;
}

const text = v.string('expected a text in quotes');
const baked = v.strictObject(
  {
    format: v.literal(BAKED_FORMAT, `expected "${BAKED_FORMAT}"; bake the page anew`),
    version: v.literal(
      BAKED_VERSION,
      `expected version ${BAKED_VERSION}; a newer page wrote this, so open it with its own page`,
    ),
    files: v.array(
      v.strictObject({ name: text, text }, objectMessage('{ "name": "a.csv", "text": "id,nps" }')),
      'expected a list of files',
    ),
    questionnaires: v.exactOptional(v.array(v.unknown(), 'expected a list of questionnaires')),
    language: v.exactOptional(
      v.picklist(
        LANGUAGES.map(({ locale }) => locale),
        'expected en, zh-CN or zh-TW',
      ),
    ),
    state: v.exactOptional(
      v.pipe(
        v.unknown(),
        v.transform(parsePageState),
        v.custom<PageState>(
          (state) => state !== undefined,
          'expected choices as a page saves them, such as { "filter": { "fields": {} } }; remove it or save anew',
        ),
      ),
    ),
    plan: v.exactOptional(v.unknown()),
  },
  objectMessage('{ "format": "fourfold-report-data", "version": 1, "files": […] }'),
);

/**
 * Reads what stands in the page.
 *
 * @param input parsed JSON of `<script type="application/json" id="fourfold-data">`
 * @returns the report, or every issue with its path and remedy
 * @example parseBakedReport({ format: 'fourfold-report-data', version: 1, files: [{ name: 'a.csv', text: 'id,nps' }] }).ok // true
 */
export function parseBakedReport(input: unknown): Parsed<BakedReport> {
  const read = v.safeParse(baked, input);
  if (!read.success) return { ok: false, issues: schemaIssues(read.issues) };
  const { files, questionnaires = [], language, state, plan } = read.output;
  const parsed = plan === undefined ? undefined : parsePlan(plan);
  if (parsed && !parsed.ok)
    return { ok: false, issues: parsed.issues.map((issue) => ({ ...issue, path: `plan.${issue.path}` })) };
  const sources = files.map((file): SourceFile => ({ name: file.name, blob: new Blob([file.text]) }));
  if (questionnaires.length > 0)
    sources.push({ name: 'questionnaires.json', blob: new Blob([JSON.stringify({ questionnaires })]) });
  return {
    ok: true,
    value: {
      files: sources,
      ...(language && { language }),
      ...(state && { state }),
      ...(parsed && { plan: parsed.value }),
    },
  };
}
