import type { When } from '../shared/questionnaire/questionnaire.ts';
import type { FourfoldApi } from './api.ts';
import { installApi } from './api.ts';
import { loadChunk } from './chunks.ts';
import type { FourfoldEventMap } from './events.ts';
import { refusal } from './eligibility.ts';
import { hasLeftovers } from './leftovers.ts';
import type { SurveySettings } from './survey-settings.ts';
import { isBuiltIn, readSource } from './load-survey.ts';
import { tagSettings } from './tag-settings.ts';
import type { EventBus } from './triggers.ts';
import { armTriggers } from './triggers.ts';
import { forgetVisitor, recall, remember } from './visitor-memory.ts';

/** A survey of this page, on its way to the screen. */
interface Campaign {
  /** The questionnaire's id; until it is read, what the tag calls it. */
  id: string;
  settings: SurveySettings;
  when: When;
  raw: unknown;
  state: string;
  host: Element | undefined;
}

const script = document.currentScript;
const base = script instanceof HTMLScriptElement ? script.src : '';
const present: unknown = Reflect.get(window, 'fourfold');

if (present !== null && typeof present === 'object' && 'add' in present) {
  if (script) (present as FourfoldApi).add(script); // the loader of an earlier tag serves this one too
} else {
  start();
}

function start(): void {
  const campaigns: Campaign[] = [];
  const events: EventBus = new Set();
  const known = new Set<Element>();
  let context: Readonly<Record<string, unknown>> = {};
  let consent = false;
  /** Surveys that `show` named before they were known. */
  const wanted = new Set<string | undefined>();
  let checked = false;

  const stored = ({ when }: Campaign) => consent || !when.requireConsent;
  const outbox = () => loadChunk('outbox', base);

  function add(tag: Element): void {
    if (known.has(tag)) return;
    known.add(tag);
    const host = tag === script || tag.localName === 'script' ? undefined : tag;
    for (const settings of tagSettings(tag)) void take(settings, host);
  }

  async function take(settings: SurveySettings, host: Element | undefined): Promise<void> {
    const { survey, when } = settings;
    const campaign: Campaign = { id: survey, settings, when, raw: undefined, state: 'loading', host };
    campaigns.push(campaign);
    try {
      if (!isBuiltIn(survey)) {
        const raw = (await readSource(survey)) as { id?: unknown; when?: When } | null; // checked before it is shown
        campaign.raw = raw;
        campaign.when = { ...raw?.when, ...when };
        if (typeof raw?.id === 'string') campaign.id = raw.id;
      }
    } catch (error) {
      campaign.state = 'unreadable';
      console.error(`fourfold: survey ${String(error)}`);
      return;
    }
    idle(() => {
      consider(campaign);
      void sendLeftovers();
    });
  }

  /** Decides, and waits for a trigger. */
  function consider(campaign: Campaign): void {
    const called = [undefined, campaign.id, campaign.settings.survey].some((name) => wanted.delete(name));
    const rule = refused(campaign);
    campaign.state = rule ?? 'waiting';
    if (called) show(campaign, rule);
    else if (!rule) armTriggers(campaign.when, events, () => void present(campaign));
  }

  /** Shows it whatever its triggers and rest days say, but not against the visitor's will. */
  function show(campaign: Campaign, rule = refused(campaign)): void {
    if (rule === 'waiting for consent' || rule === 'privacySignals') campaign.state = rule;
    else void present(campaign);
  }

  function refused(campaign: Campaign) {
    const { id, when } = campaign;
    return refusal(when, {
      ...recall(id, stored(campaign)),
      now: Date.now(),
      path: location.pathname,
      consent,
      privacySignal:
        Reflect.get(navigator, 'globalPrivacyControl') === true ||
        Reflect.get(navigator, 'doNotTrack') === '1',
    });
  }

  async function present(campaign: Campaign): Promise<void> {
    const { settings, raw, when } = campaign;
    const prompt = await loadChunk('prompt', base);
    const prepared = await prompt.prepare(settings, raw);
    const inLayer = (one: Campaign) => one.settings.placement !== 'inline';
    if (!prepared) campaign.state = 'broken';
    else if (inLayer(campaign) && campaigns.some((other) => other.state === 'shown' && inLayer(other)))
      campaign.state = 'another prompt is shown';
    else {
      const full = { ...settings, context: { ...settings.context, ...context } };
      campaign.host = prompt.show(full, prepared, when.sample, campaign.host);
      campaign.state = campaign.host ? 'shown' : 'broken';
    }
  }

  async function sendLeftovers(): Promise<void> {
    if (checked || !campaigns.some(stored)) return;
    checked = true;
    if (await hasLeftovers('fourfold')) await outbox();
  }

  function note(name: keyof FourfoldEventMap, field: 'answeredAt' | 'dismissedAt'): void {
    document.addEventListener(name, ({ detail: { record } }) => {
      const campaign = campaigns.find(({ id }) => id === record.survey);
      if (!campaign) return;
      remember(record.survey, { [field]: Date.now() }, stored(campaign));
      if (name !== 'fourfold-answer') campaign.state = 'closed';
    });
  }

  const listed = async () => (await (await outbox()).keeper.store.entries()).filter(({ parked }) => !parked);
  const forget = async () => {
    forgetVisitor();
    await (await outbox()).keeper.forget();
  };

  note('fourfold-answer', 'answeredAt');
  note('fourfold-completed', 'answeredAt');
  note('fourfold-dismissed', 'dismissedAt');
  installApi({
    add,
    show(id) {
      const campaign = campaigns.find(
        (one) => id === undefined || one.id === id || one.settings.survey === id,
      );
      if (!campaign || campaign.state === 'loading') wanted.add(id);
      else show(campaign);
    },
    hide() {
      for (const { host } of campaigns)
        if (host && 'hide' in host) (host as HTMLElementTagNameMap['fourfold-survey']).hide(); // ours has it
    },
    context(fields) {
      context = { ...context, ...fields };
    },
    event(name) {
      for (const listener of events) listener(name);
    },
    consent(given) {
      consent = given;
      if (!given) void forget();
      for (const campaign of campaigns) if (campaign.state === 'waiting for consent') consider(campaign);
      void sendLeftovers();
    },
    explain: () => Object.fromEntries(campaigns.map(({ id, state }) => [id, state])),
    pending: async () => (await listed()).length,
    flush: async () => (await outbox()).deliver(true),
    export: async () => (await listed()).map(({ body }): unknown => JSON.parse(body)),
    forget,
  });

  if (script) add(script);
  whenParsed(() => document.querySelectorAll('fourfold-survey').forEach(add));
}

function whenParsed(callback: () => void): void {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', callback);
  else callback();
}

function idle(callback: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(callback, { timeout: 500 });
  else setTimeout(callback);
}
