// The order of these, which is that of the code, is the one that compresses best.
import { readSurvey } from './load-survey.ts';
import { watchRoutes } from './routes.ts';
import type { SurveySettings } from './survey-settings.ts';
import type { Campaign, Hands } from './campaign.ts';
import type { Call, FourfoldApi } from './api.ts';
import type { outboxApi } from './outbox/api.ts';
import { hasLeftovers } from './leftovers.ts';
import type { When } from '../shared/questionnaire/questionnaire.ts';
import type { Explanation } from './explanation.ts';
import { verdict } from './verdict.ts';
import { tagSettings } from './tag-settings.ts';
import { loadChunk } from './chunks.ts';
import { forgetVisitor, remember } from './visitor-memory.ts';

type Aside = typeof import('./aside/main.ts');

const running = (window as unknown as { fourfold?: Partial<FourfoldApi> }).fourfold; // ours, the page's queue, or nothing

// Some pages break the methods of arrays: none is needed here.
const campaigns: Campaign[] = [];
const calls: (string | undefined)[] = [];
const fired = new Set<string | undefined>();
const context = {};
let consent = false;
let checked = false;
/** Whether this page has something to keep; until then, only an earlier visit can have kept answers. */
let keeps = false;
let looking: ReturnType<typeof setTimeout> | 0 = 0;

const aside = <T>(use: (chunk: Aside) => T) =>
  loadChunk('aside')
    .then(use)
    .catch(() => {
      // TypeError: the network has gone
    });
/** Whether that is so of any survey of the page. */
function any(test: (campaign: Campaign) => boolean): boolean {
  for (const campaign of campaigns) if (test(campaign)) return true;
  return false;
}
const mayStore = ({ when }: Campaign) => consent || !when.requireConsent;
const outboxCall = (name: keyof typeof outboxApi, none?: unknown) => async () =>
  (keeps || (await hasLeftovers()) ? aside(({ outbox }) => outbox(name)) : none) as Promise<never>; // each name's own type is in FourfoldApi
async function take(settings: SurveySettings, tag: Element): Promise<void> {
  const { survey, when, placement } = settings;
  const campaign: Campaign = {
    tag,
    when,
    id: survey,
    state: 'loading',
    popover: placement !== 'inline',
    settings,
  };
  campaigns[campaigns.length] = campaign;
  try {
    campaign.raw = await readSurvey(survey);
    // Without a prototype, in which pages put fields of their own; checked before it is shown.
    const read = { __proto__: null, ...(campaign.raw as { id?: string; when?: object }) };
    ({ id: campaign.id = survey } = read);
    campaign.when = { __proto__: null, ...read.when, ...when } as When;
    refusal(campaign);
    campaign.state = 'waiting';
  } catch (error) {
    campaign.state = 'questionnaire';
    void aside(({ tellFault }) => tellFault(campaign, error));
  }
  void review();
}

/** Decides on all surveys anew, once they are all known. */
async function review(): Promise<void> {
  if (any(({ state }) => state === 'loading')) return;
  const isAsked = calls.length || /[?&]fourfold\b/.test(location.search);
  if (isAsked && (await aside(({ arrive }) => arrive(hands)))) return;
  try {
    campaigns.sort((one, other) => (other.when.priority ?? 0) - (one.when.priority ?? 0));
  } catch {
    // of the page's own making: then the order of the page counts
  }
  for (const campaign of campaigns) consider(campaign);
  // Old answers go first, also when no prompt is due; the outbox of a prompt looks for them by itself.
  if (checked || keeps || !any(mayStore)) return;
  checked = true;
  void api.pending();
}

/** Decides on one; then shows it, or waits for a trigger. */
function consider(campaign: Campaign, called?: boolean): void {
  if (campaign.state !== 'waiting') return;
  campaign.wait?.abort();
  if (refusal(campaign, called)) return;
  const { delay, scroll, exitIntent, event, click, visible } = campaign.when;
  // False and 0 are no trigger.
  if (
    called !== undefined ||
    fired.has(event) ||
    !(delay || scroll || exitIntent || event || click || visible)
  ) {
    fired.delete(event);
    keeps = true;
    campaign.state = 'shown'; // no other comes between
    Promise.all([loadChunk('prompt'), loadChunk('outbox')])
      .then(([{ present }, outbox]) => present(campaign, hands, outbox))
      .catch(() => (campaign.state = 'waiting')); // TypeError: our own files cannot be had now
  } else {
    campaign.wait = new AbortController();
    void aside(({ armTriggers }) => armTriggers(campaign, hands));
  }
}

function refusal(campaign: Campaign, called?: boolean) {
  const taken = any(({ state, popover }) => popover && state === 'shown');
  return verdict(campaign, taken, consent, called);
}

function explain(): Record<string, Explanation> {
  const explained: Record<string, Explanation> = {};
  for (const campaign of campaigns) {
    const { id, state } = campaign;
    const isOpen = state === 'waiting' || state === 'closed';
    // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing -- false is no verdict
    const [rule, until] = (isOpen && refusal(campaign)) || [state];
    const date = (until as number) > 1 ? new Date(until as number) : undefined; // true is none
    explained[id] = { shown: rule === 'shown', rule, until: date };
  }
  return explained;
}

const hands: Hands = { load: loadChunk, campaigns, calls, context, mayStore, remember, consider, review };
const api: FourfoldApi = {
  show(id) {
    calls[calls.length] = id;
    void review();
  },
  hide() {
    if (keeps) void aside(({ hide }) => hide());
  },
  context(fields) {
    Object.assign(context, fields);
  },
  event(name) {
    fired.add(name);
    void review();
  },
  consent(given) {
    consent = given;
    void (given ? review() : api.forget());
  },
  explain,
  pending: outboxCall('pending', 0),
  flush: outboxCall('flush'),
  export: outboxCall('export', []),
  forget() {
    forgetVisitor();
    return outboxCall('forget')();
  },
  push(...list) {
    const methods = api as unknown as Record<string, ((...args: unknown[]) => unknown) | undefined>; // called by name
    for (const [name, ...args] of list) methods[name]?.(...args);
  },
};

/** However often the page changes, and while it is still read, its tags are looked for once a frame. */
function look(): void {
  looking ||= setTimeout(takeUp, 16); // ms, as between two frames
}

/** Takes up the tags of the page, once it has been read: what they name may stand behind them. */
function takeUp(): void {
  looking = 0;
  if (document.readyState === 'loading') look();
  else document.querySelectorAll('script[data-survey],fourfold-survey[survey]').forEach(add);
}

function add(tag: Element): void {
  if (!any((campaign) => campaign.tag === tag))
    for (const settings of tagSettings(tag)) void take(settings, tag);
}

// Where a loader runs already, it finds the tag of this one too.
if (!running?.explain) {
  Object.defineProperty(window, 'fourfold', { value: api, configurable: true });
  if (running?.push) api.push(...(running as Call[])); // what the page queued; an element of this id has no such method
  takeUp();
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  watchRoutes(() => {
    for (const campaign of campaigns) if (campaign.state === 'closed') campaign.state = 'waiting';
    void review();
  });
}
