import type { Hands } from '../campaign.ts';

/**
 * Takes a first answer out of the address, such as `?fourfold=nps:9` in the link of an e-mail: calls for the survey,
 * and leaves the answer for its prompt. All else in the address stays.
 */
export function takeFirstAnswer({ calls, campaigns }: Hands): void {
  const { pathname, search, hash } = location;
  const [name, ...answer] = (new URLSearchParams(search).get('fourfold') ?? '').split(':');
  history.replaceState(history.state, '', pathname + withoutFirstAnswer(search) + hash);
  const campaign = campaigns.find(({ id, settings }) => name === id || name === settings.survey);
  if (!campaign) {
    console.warn(
      `fourfold: the address asks for survey "${name}", which no tag of this page names; add it or correct the link`,
    );
    return;
  }
  calls.push(name);
  campaign.firstAnswer = answer.join(':');
}

/**
 * The query of an address without our parameter; the others stay as they are written.
 *
 * @example withoutFirstAnswer('?a=1&fourfold=nps:9&b=%20') // '?a=1&b=%20'
 */
export function withoutFirstAnswer(search: string): string {
  const others = search
    .slice(1)
    .split('&')
    .filter((part) => part.split('=')[0] !== 'fourfold');
  return others.length > 0 ? `?${others.join('&')}` : '';
}
