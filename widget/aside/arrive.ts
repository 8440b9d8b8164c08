import type { Hands } from '../campaign.ts';

let debugging = false;

/**
 * Does what the page calls for by `show`, and what the address asks for: `?fourfold-debug`, `?fourfold-preview=…` and
 * a first answer, `?fourfold=nps:9`.
 *
 * @returns whether nothing else is to be shown: this is a preview
 */
export async function arrive(hands: Hands): Promise<boolean> {
  const asked = new URLSearchParams(location.search);
  if (asked.has('fourfold-debug') && !debugging) {
    debugging = true;
    (await import('./debug.ts')).debug(hands.campaigns);
  }
  const preview = asked.get('fourfold-preview');
  if (preview !== null) {
    await (await import('./preview.ts')).preview(preview, hands);
    return true;
  }
  if (asked.has('fourfold')) (await import('./first-answer.ts')).takeFirstAnswer(hands);
  serve(hands);
  return false;
}

/** Shows what is called for; a call stays while its survey is not known, or waits for consent. */
function serve({ campaigns, calls, consider, mayStore }: Hands): void {
  for (const name of calls.splice(0)) {
    const campaign = campaigns.find(({ id, settings }) => !name || name === id || name === settings.survey);
    if (!campaign || !mayStore(campaign)) {
      calls.push(name);
      continue;
    }
    if (campaign.state === 'closed') campaign.state = 'waiting';
    consider(campaign, true);
  }
}
