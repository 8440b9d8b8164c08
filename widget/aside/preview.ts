import type { Hands } from '../campaign.ts';
import type { FourfoldEventMap } from '../events.ts';
import type { OutboxModule } from '../prompt/prepare.ts';
import type { SurveySettings } from '../survey-settings.ts';
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
