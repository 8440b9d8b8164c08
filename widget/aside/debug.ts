import type { FourfoldApi } from '../api.ts';
import type { Campaign } from '../campaign.ts';
import { plainWords } from './plain-words.ts';
import { issuesOf } from './tell-fault.ts';

/** Verdicts are looked at so often, and told when they have changed. */
const LOOK_MS = 500;

/** Prints for the owner why each survey of the page is shown or is not, now and whenever that changes. */
export function debug(campaigns: readonly Campaign[]): void {
  const { fourfold } = window as unknown as { readonly fourfold: FourfoldApi }; // the loader has put it there
  let said = '';
  const look = () => {
    const explained = fourfold.explain();
    const lines = campaigns.map((campaign) => {
      const issues = issuesOf(campaign).map(({ path, message }) => `\n  ${path}: ${message}`);
      return `fourfold: survey "${campaign.id}" ${plainWords(explained[campaign.id], campaign.when)}${issues.join('')}`;
    });
    const text = lines.join('\n');
    if (text !== said) console.info(text);
    said = text;
  };
  look();
  setInterval(look, LOOK_MS);
}
