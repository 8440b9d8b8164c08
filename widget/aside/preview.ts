import type { Hands } from '../campaign.ts';
import type { FourfoldEventMap } from '../events.ts';
import type { OutboxModule } from '../prompt/prepare.ts';
import type { SurveySettings } from '../survey-settings.ts';
import type { Memory } from '../visitor-memory.ts';
import { KEY } from '../visitor-memory.ts';
import { previewStyles } from './preview.styles.ts';

const EVENTS: readonly (keyof FourfoldEventMap)[] = [
  'fourfold-shown',
  'fourfold-answer',
  'fourfold-completed',
  'fourfold-dismissed',
];

/** Keeps and sends nothing. */
const NOTHING = {
  follow: () => undefined,
  expectAnswer: () => undefined,
  deliver: () => Promise.resolve(),
} as unknown as OutboxModule; // without an endpoint, no more of it is asked

let open: string | undefined;

/**
 * Shows a survey at once, whatever its rules say, in a card that says that this is a preview. Nothing is stored or
 * sent, and the page hears of none of it.
 *
 * @param name of a survey that a tag names, or of a built-in one
 */
export async function preview(name: string, { campaigns, load }: Hands): Promise<void> {
  if (open === name) return;
  const campaign = campaigns.find(({ id, settings }) => name === id || name === settings.survey);
  if (!campaign && !/^[\w-]+$/.test(name)) {
    console.warn(
      `fourfold: no tag of this page names survey "${name}", so it cannot be previewed; correct the address`,
    );
    return;
  }
  open = name;
  takeBackVisit();
  const { prepare, show } = await load('prompt');
  const of: SurveySettings = campaign?.settings ?? { survey: name, context: {}, when: {} };
  const settings: SurveySettings = { ...of, endpoint: undefined };
  const prepared = await prepare(settings, campaign?.raw, NOTHING);
  if (!prepared) return;
  for (const event of EVENTS)
    addEventListener(event, (told) => told.stopImmediatePropagation(), { capture: true });
  const modules = [...(prepared.modules ?? []), { styles: previewStyles, parts: () => undefined }];
  show(settings, { ...prepared, modules }, undefined, campaign?.tag);
}

/**
 * The loader has noted a draw for each survey, and that a page was opened. Where this is all that is remembered, nothing
 * had been asked before: then it is removed.
 */
function takeBackVisit(): void {
  try {
    const memories = Object.values(JSON.parse(localStorage[KEY] as string) as Record<string, Memory>); // the loader's own
    const isAsked = ({ answeredAt, dismissedAt, shownAt, waitedMs }: Memory) =>
      (answeredAt ?? dismissedAt ?? shownAt ?? waitedMs) !== undefined;
    if (!memories.some(isAsked)) localStorage.removeItem(KEY);
  } catch {
    // SecurityError where storage is denied, SyntaxError where there is none of it: nothing was noted.
  }
}
