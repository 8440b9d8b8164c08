import type { Campaign } from '../campaign.ts';
import { isDoubtful } from './doubt.ts';

const seen = new WeakSet<Campaign>();

/** Has the mistakes in the tag of a survey that goes on told, once; what tells them is loaded where there is one. */
export function lookAtTag(campaign: Campaign): void {
  if (seen.has(campaign)) return;
  seen.add(campaign);
  if (!isDoubtful(campaign)) return;
  void import('./tell-fault.ts').then(
    ({ tellDoubts }) => tellDoubts(campaign),
    () => seen.delete(campaign), // TypeError: the network has gone; told the next time
  );
}
