import type { Call, FourfoldApi } from './api.ts';
import type { Campaign, Hands } from './campaign.ts';
import { loadChunk } from './chunks.ts';
import type { Explanation } from './explanation.ts';
import { hasLeftovers } from './leftovers.ts';
import { readSurvey } from './load-survey.ts';
import type { outboxApi } from './outbox/api.ts';
import { watchRoutes } from './routes.ts';
import type { SurveySettings } from './survey-settings.ts';
import { tagSettings } from './tag-settings.ts';
import { verdict } from './verdict.ts';
import { forgetVisitor, remember } from './visitor-memory.ts';

type Aside = typeof import('./aside/main.ts');

const running = (window as unknown as { fourfold?: Partial<FourfoldApi> }).fourfold; // ours, the page's queue, or nothing

// Where a loader runs already, it finds the tag of this one too.
if (!running?.explain) start();

function start(): void {
  const base = (document.currentScript as HTMLScriptElement | null)?.src; // this is a classic script
  const campaigns: Campaign[] = [];
  const calls: string[] = [];
  const fired = new Set<string | undefined>();
  const context = {};
  let consent = false;
  let checked = false;
  /** Whether this page has something to keep; until then, only an earlier visit can have kept answers. */
  let keeps = false;
  let looking = 0;

  const load: typeof loadChunk = (name) => loadChunk(name, base);
  const aside = <T>(use: (chunk: Aside) => T) =>
    load('aside')
      .then(use)
      .catch(() => undefined); // TypeError: the network has gone
  const mayStore = ({ when }: Campaign) => consent || !when.requireConsent;
  const outboxCall = (name: keyof typeof outboxApi, none?: unknown) => async () =>
    (keeps || (await hasLeftovers()) ? aside(({ outbox }) => outbox(name)) : none) as Promise<never>; // each name's own type is in FourfoldApi
  const forget = () => {
    forgetVisitor();
    return outboxCall('forget')();
  };

  async function take(settings: SurveySettings, tag: Element): Promise<void> {
    const { survey, when, placement } = settings;
    const popover = placement !== 'inline';
    const campaign: Campaign = { id: survey, settings, when, state: 'loading', tag, popover };
    campaigns.push(campaign);
    try {
      campaign.raw = await readSurvey(survey);
      const read = Object(campaign.raw) as { id?: string; when?: object }; // checked before it is shown
      campaign.id = read.id ?? survey;
      campaign.when = { ...read.when, ...when };
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
    if (campaigns.some(({ state }) => state === 'loading')) return;
    const isAsked = calls.length || /[?&]fourfold\b/.test(location.search);
    if (isAsked && (await aside(({ arrive }) => arrive(hands)))) return;
    campaigns.sort((one, other) => (other.when.priority ?? 0) - (one.when.priority ?? 0));
    for (const campaign of campaigns) consider(campaign);
    if (checked || !campaigns.some(mayStore)) return;
    checked = true;
    void api.pending(); // old answers go first, also when no prompt is due
  }

  /** Decides on one; then shows it, or waits for a trigger. */
  function consider(campaign: Campaign, called?: boolean): void {
    if (campaign.state !== 'waiting') return;
    campaign.wait?.abort();
    if (refusal(campaign, called)) return;
    const { delay, scroll, exitIntent, event, click, visible } = campaign.when;
    // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing -- false and 0 are no trigger
    const waits = delay || scroll || exitIntent || event || click || visible;
    if (called !== undefined || fired.has(event) || !waits) {
      fired.delete(event);
      keeps = true;
      campaign.state = 'shown'; // no other comes between
      load('prompt')
        .then(({ present }) => present(campaign, hands))
        .catch(() => (campaign.state = 'waiting')); // TypeError: our own files cannot be had now
    } else {
      campaign.wait = new AbortController();
      void aside(({ armTriggers }) => armTriggers(campaign, hands));
    }
  }

  function refusal(campaign: Campaign, called?: boolean) {
    const taken = campaigns.some(({ state, popover }) => popover && state === 'shown');
    return verdict(campaign, taken, consent, called);
  }

  function explain(): Record<string, Explanation> {
    return Object.fromEntries(
      campaigns.map((campaign) => {
        const { id, state } = campaign;
        const isOpen = state === 'waiting' || state === 'closed';
        const [rule, until] = (isOpen ? refusal(campaign) : undefined) ?? [state];
        return [
          id,
          { shown: rule === 'shown', rule, until: typeof until === 'number' ? new Date(until) : undefined },
        ];
      }),
    );
  }

  const hands: Hands = { load, campaigns, calls, context, mayStore, remember, consider, review };
  const api: FourfoldApi = {
    show(id = '') {
      calls.push(id);
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
      for (const campaign of campaigns) if (campaign.when.event === name) consider(campaign);
    },
    consent(given) {
      consent = given;
      void (given ? review() : forget());
    },
    explain,
    pending: outboxCall('pending', 0),
    flush: outboxCall('flush'),
    export: outboxCall('export', []),
    forget,
    push(...list) {
      const methods = api as unknown as Record<string, ((...args: unknown[]) => unknown) | undefined>; // called by name
      for (const [name, ...args] of list) methods[name]?.(...args);
    },
  };
  Object.defineProperty(window, 'fourfold', { value: api, configurable: true });
  if (Array.isArray(running)) api.push(...(running as Call[])); // what the page queued

  /** Takes up the tags of the page, when the browser has time. */
  function look(): void {
    looking ||= (window.requestIdleCallback ?? setTimeout)(
      () => {
        looking = 0;
        if (document.readyState === 'loading') look();
        else document.querySelectorAll('script[data-survey],fourfold-survey[survey]').forEach(add);
      },
      { timeout: 500 },
    );
  }

  function add(tag: Element): void {
    if (campaigns.some((campaign) => campaign.tag === tag)) return;
    for (const settings of tagSettings(tag)) void take(settings, tag);
  }

  look();
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  watchRoutes(() => {
    for (const campaign of campaigns) if (campaign.state === 'closed') campaign.state = 'waiting';
    void review();
  });
}
