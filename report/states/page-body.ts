import { html, nothing, type TemplateResult } from 'lit';
import type { Mapping } from '../../shared/mapping/mapping.ts';
import type { Examples } from '../examples/examples-list.ts';
import type { NamedForm } from '../engine/inspect.ts';
import type { FirstFigures, SourceFile } from '../engine/messages.ts';
import type { ReadProgress } from '../engine/read-answers.ts';
import type { Asking } from '../mapping/asking.ts';
import type { MappingContent } from '../mapping/mapping-screen.ts';
import type { AskComments } from '../panels/comments-panel.ts';
import { namer } from '../parts/names.ts';
import { planFigures } from '../plan/plan-figures.ts';
import type { PlanKeeper } from '../plan/plan-keeper.ts';
import { optionsOf, type PageState } from '../state.ts';
import type { Strings } from '../strings/en.ts';
import { emptyState } from './empty-state.ts';
import { failure, problemList } from './problem-list.ts';
import { readingState } from './reading-state.ts';
import { reportState } from './report-state.ts';
import type { View } from './view.ts';

/** What the page holds beside its view. */
interface PageHolds {
  readonly progress: ReadProgress | undefined;
  readonly first: FirstFigures | undefined;
  readonly chosen: PageState;
  readonly plans: PlanKeeper;
  readonly examplesBeside: Examples['beside'];
}

/** What the reader can do on the page. */
export interface PageActs {
  readonly open: (files: readonly SourceFile[]) => void;
  readonly cancel: () => void;
  readonly choose: (state: PageState) => void;
  readonly askComments: AskComments;
  /** What the columns of a table mean: draws by it, leaves the table out, or reads its head in another form. */
  readonly draw: (asking: Asking, drawn: Mapping) => void;
  readonly leaveOut: (asking: Asking) => void;
  readonly inspect: (asking: Asking, named: NamedForm) => void;
}

/**
 * Files of the reader's disk, by their names.
 *
 * @example fromDisk([new File(['id,nps'], 'a.csv')])[0].name // 'a.csv'
 */
export function fromDisk(files: readonly File[]): SourceFile[] {
  return files.map((file) => ({ name: file.name, blob: file }));
}

/** The page below its header. */
export function pageBody(view: View, strings: Strings, holds: PageHolds, acts: PageActs): TemplateResult {
  const { chosen, plans, examplesBeside: beside } = holds;
  const empty = (): TemplateResult =>
    emptyState(strings, (files) => acts.open(fromDisk(files)), { beside, open: acts.open });
  switch (view.kind) {
    case 'empty':
      return html`${view.outcome ? problemList(view.outcome.problems, strings) : nothing} ${empty()}`;
    case 'failed':
      return html`${failure(strings, view.message)} ${empty()}`;
    case 'reading':
      return reading(view, strings, holds, acts);
    case 'mapping':
      return html`<fourfold-mapping
        .content=${mappingContent(view.asking, strings, acts)}
      ></fourfold-mapping>`;
    case 'report':
      return reportState(
        view.outcome,
        view.figures,
        optionsOf(chosen),
        strings,
        {
          ...{ base: view.base, state: chosen, refused: view.refused === true },
          ...(view.sides && { sides: view.sides }),
          ...(view.computing && { computing: view.computing }),
          choose: acts.choose,
        },
        {
          plans,
          planned: planFigures(view.figures, view.base, view.shown.filter),
          comments: view.outcome.comments.length > 0 ? acts.askComments : undefined,
        },
      );
  }
}

function reading(
  { files }: View & { kind: 'reading' },
  strings: Strings,
  { first, progress }: PageHolds,
  { cancel }: PageActs,
): TemplateResult {
  const shown = {
    file: files[0]?.name ?? '',
    nameOf: namer(first?.labels ?? new Map(), strings.locale),
    ...(progress && { progress }),
    ...(first && { figures: first.figures }),
  };
  return readingState(shown, strings, cancel);
}

function mappingContent(asking: Asking, strings: Strings, acts: PageActs): MappingContent {
  const { table, mapping, left, wrongEncoding } = asking;
  return {
    ...{ file: table, left, strings, ...(mapping && { mapping }) },
    ...(wrongEncoding !== undefined && { wrongEncoding }),
    draw: (drawn) => acts.draw(asking, drawn),
    leaveOut: () => acts.leaveOut(asking),
    inspect: (named) => acts.inspect(asking, named),
  };
}
