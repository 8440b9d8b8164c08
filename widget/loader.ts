import type { When } from '../shared/questionnaire/questionnaire.ts';
import type { FourfoldApi } from './api.ts';
import { installApi } from './api.ts';
import { loadChunk } from './chunks.ts';
import type { outboxApi } from './outbox/api.ts';
import { refusal } from './eligibility.ts';
import type { FourfoldEventMap } from './events.ts';
import { hasLeftovers } from './leftovers.ts';
import { isBuiltIn, readSurvey } from './load-survey.ts';
import type { SurveySettings } from './survey-settings.ts';
import { tagSettings } from './tag-settings.ts';
import type { Memory } from './visitor-memory.ts';
import { forgetVisitor, recall, remember } from './visitor-memory.ts';

/** A survey of this page, on its way to the screen. */
interface Campaign {
  /** The questionnaire's id; until it is read, what the tag calls it. */
  id: string;
  readonly settings: SurveySettings;
  when: When;
  raw?: unknown;
  memory?: Memory;
  state: string;
  host: Element | undefined;
}

const script = document.currentScript as HTMLScriptElement | null; // this is a classic script
const base = script?.src ?? '';
const running: unknown = Reflect.get(window, 'fourfold');

if (running && Object.hasOwn(running, 'add')) {
  if (script) (running as FourfoldApi).add(script); // the loader of an earlier tag serves this one too
} else start();

function start(): void {
  const campaigns: Campaign[] = [];
  const known = new Set<Element>();
  const events = new EventTarget();
  const fired = new Set<string>();
  /** Surveys that `show` named before they were known. */
  const wanted = new Set<string | undefined>();
  let context = {};
  let consent = false;
  let checked = false;
  /** Whether this page has something to keep; until then, only an earlier visit can have kept answers. */
  let keeps = false;

  const mayStore = ({ when }: Campaign) => consent || !when.requireConsent;
  const inLayer = ({ settings }: Campaign) => settings.placement !== 'inline';
  const isCalled = ({ id, settings }: Campaign, name: string | undefined) =>
    name === undefined || name === id || name === settings.survey;
  const outboxCall = (name: keyof typeof outboxApi, none?: unknown) => async () =>
    (keeps || (await hasLeftovers())
      ? (await loadChunk('api', base)).outboxApi[name]()
      : none) as Promise<never>; // each name's own type is in FourfoldApi
  const forget = () => {
    forgetVisitor();
    return outboxCall('forget')();
  };

  function add(tag: Element): void {
    if (known.has(tag)) return;
    known.add(tag);
    for (const settings of tagSettings(tag))
      void take(settings, tag.localName === 'script' ? undefined : tag);
  }

  async function take(settings: SurveySettings, host: Element | undefined): Promise<void> {
    const { survey, when } = settings;
    const campaign: Campaign = { id: survey, settings, when, state: 'loading', host };
    campaigns.push(campaign);
    try {
      if (!isBuiltIn(survey)) {
        campaign.raw = await readSurvey(survey);
        const read = Object(campaign.raw) as { id?: string; when?: When }; // checked before it is shown
        campaign.id = read.id ?? survey;
        campaign.when = { ...read.when, ...when };
      }
      await idle();
      consider(campaign);
    } catch (error) {
      campaign.state = 'unreadable';
      console.error(
        `fourfold: survey "${survey}" cannot be read; correct its address or JSON. ${String(error)}`,
      );
    }
    void sendLeftovers();
  }

  /** Decides; then shows it, or waits for a trigger. */
  function consider(campaign: Campaign, called = [...wanted].some((name) => isCalled(campaign, name))): void {
    const rule = refused(campaign);
    campaign.state = rule ?? 'waiting';
    // A call overlooks what the owner wants, not what the visitor wants.
    if (called && rule !== 'waiting for consent' && rule !== 'privacySignals') void present(campaign);
    else if (!rule) void wait(campaign);
  }

  function refused(campaign: Campaign) {
    const { id, when } = campaign;
    const stored = mayStore(campaign) ? recall(id) : undefined;
    campaign.memory ??= stored ?? { draw: crypto.getRandomValues(new Uint32Array(1))[0] / 2 ** 32 };
    if (mayStore(campaign) && !stored) remember(id, campaign.memory);
    const navigation: { globalPrivacyControl?: boolean; doNotTrack?: string | null } = navigator;
    return refusal(when, {
      ...campaign.memory,
      now: Date.now(),
      path: location.pathname,
      consent,
      privacySignal: navigation.globalPrivacyControl === true || navigation.doNotTrack === '1',
    });
  }

  async function wait(campaign: Campaign): Promise<void> {
    const { delay, scroll, exitIntent, event } = campaign.when;
    if (delay || scroll || exitIntent || event) {
      const { armTriggers } = await loadChunk('triggers', base);
      const fire = () => campaign.state === 'waiting' && void present(campaign);
      if (event && fired.has(event)) fire();
      else armTriggers(campaign.when, events, fire);
    } else await present(campaign);
  }

  async function present(campaign: Campaign): Promise<void> {
    const { settings, raw, when, host } = campaign;
    try {
      const { prepare, show } = await loadChunk('prompt', base);
      const prepared = await prepare(settings, raw);
      campaign.state = 'broken';
      if (
        prepared &&
        inLayer(campaign) &&
        campaigns.some((other) => other.state === 'shown' && inLayer(other))
      ) {
        campaign.state = 'another prompt is shown';
      } else if (prepared) {
        const full = { ...settings, context: { ...settings.context, ...context } };
        campaign.host = show(full, prepared, when.sample, host);
        if (campaign.host) {
          campaign.state = 'shown';
          keeps = true;
          // What asks for kept answers has to be here before the network goes.
          loadChunk('api', base).catch(() => undefined); // TypeError: the first call loads it again
        }
      }
    } catch {
      campaign.state = 'unreachable'; // TypeError: our own files cannot be had now
    }
  }

  /** Old answers go first, also when no prompt is due. */
  async function sendLeftovers(): Promise<void> {
    if (checked || !campaigns.some(mayStore)) return;
    checked = true;
    if (await hasLeftovers()) await loadChunk('api', base).catch(() => (checked = false));
  }

  function note(name: keyof FourfoldEventMap, field: 'answeredAt' | 'dismissedAt'): void {
    document.addEventListener(name, ({ detail: { record } }) => {
      const campaign = campaigns.find(({ id }) => id === record.survey);
      if (!campaign?.memory || (field === 'answeredAt' && !record.answeredAt)) return;
      campaign.memory = { ...campaign.memory, [field]: Date.now() };
      if (mayStore(campaign)) remember(campaign.id, campaign.memory);
      if (record.status !== 'shown' && name !== 'fourfold-answer') campaign.state = 'closed';
    });
  }

  note('fourfold-answer', 'answeredAt');
  note('fourfold-completed', 'answeredAt');
  note('fourfold-dismissed', 'dismissedAt');
  if (script) add(script);
  installApi({
    add,
    show(id) {
      const campaign = campaigns.find((one) => isCalled(one, id));
      if (!campaign || campaign.state === 'loading') wanted.add(id);
      else consider(campaign, true);
    },
    hide() {
      for (const { host } of campaigns)
        (host as HTMLElementTagNameMap['fourfold-survey'] | undefined)?.hide?.(); // ours has it, once it is defined
    },
    context(fields) {
      context = { ...context, ...fields };
    },
    event(name) {
      fired.add(name);
      events.dispatchEvent(new Event(name));
    },
    consent(given) {
      consent = given;
      for (const campaign of campaigns) {
        if (!given) delete campaign.memory;
        else if (campaign.state === 'waiting for consent') consider(campaign);
      }
      if (given) void sendLeftovers();
      else forget().catch(() => undefined); // TypeError: what is kept goes at the next call
    },
    explain: () => Object.fromEntries(campaigns.map(({ id, state }) => [id, state])),
    pending: outboxCall('pending', 0),
    flush: outboxCall('flush'),
    export: outboxCall('export', []),
    forget,
  });
  const find = () => document.querySelectorAll('fourfold-survey').forEach(add);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', find);
  else find();
}

function idle(): Promise<unknown> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(resolve, { timeout: 500 });
    else setTimeout(resolve);
  });
}
