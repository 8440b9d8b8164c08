import { announceOnce } from './announcement.ts';
import { checkColours, watchColours } from './check-colours.ts';
import type { FourfoldSurvey } from './fourfold-survey.ts';
import { activeIn, noteFocus, restoreFocus } from './keep-focus.ts';
import { localeOf } from './prepare.ts';
import { loadStrings } from './strings/load-strings.ts';

/** Code of any key that belongs to an input method. */
const COMPOSING = 229;
const observed = new WeakMap<Element, ResizeObserver>();

const heights = new WeakMap<FourfoldSurvey, { readonly screen: string; readonly height: number }>();
const STILL = '(prefers-reduced-motion: reduce)';
const GROWTH: KeyframeAnimationOptions = { duration: 240, easing: 'cubic-bezier(.2, 0, 0, 1)' };

/** How often a prompt was asked to speak: the newest wish counts, whichever language comes first. */
const turns = new WeakMap<FourfoldSurvey, number>();

/** What the element listens to while it is in the page, beyond its first question. */
export function attach(element: FourfoldSurvey, signal: AbortSignal): void {
  for (const name of ['online', 'offline']) addEventListener(name, () => element.requestUpdate(), { signal });
  const viewport = window.visualViewport;
  viewport?.addEventListener('resize', () => followKeyboard(element), { signal });
  viewport?.addEventListener('scroll', () => followKeyboard(element), { signal });
  const { shadowRoot } = element;
  const scrolled = ({ target }: Event) => {
    const root = target instanceof Element && target.closest<HTMLElement>('.ff');
    if (root) cue(root);
  };
  shadowRoot?.addEventListener('scroll', scrolled, { capture: true, passive: true, signal });
  shadowRoot?.addEventListener('click', refuseDoubleClick, { capture: true, signal });
  shadowRoot?.addEventListener('keydown', refuseOddEnter, { capture: true, signal });
  const language = new MutationObserver(() => void speak(element));
  language.observe(document.documentElement, { attributeFilter: ['lang'] });
  signal.addEventListener('abort', () => language.disconnect());
  watchColours(element, signal);
  void speak(element); // what was asked for before this module was here
  followKeyboard(element);
}

/** After each drawing: where focus goes, how wide the card is, and whether its colours can be read. */
export function updated(element: FourfoldSurvey, root: HTMLElement): void {
  // Not the card: its height follows what is decided by its width.
  const ruler = root.firstElementChild;
  if (ruler) {
    const measure = (width: number) => {
      if (width <= 0 || width === element.width) return;
      noteFocus(element, root);
      element.width = width;
      element.refocus ||= activeIn(root)?.matches('.question') === true; // a table has another heading
      element.requestUpdate();
    };
    if (!observed.has(ruler)) {
      const observer = new ResizeObserver(([{ contentRect }]) => measure(contentRect.width));
      observer.observe(ruler);
      observed.set(ruler, observer);
    }
    const before = element.width;
    measure(ruler.getBoundingClientRect().width);
    if (element.width !== before) return; // drawn anew before its frame: nobody sees another form first
  }
  cue(root);
  grow(element, root);
  restoreFocus(element, root);
  if (element.refocus) {
    element.refocus = false;
    root.querySelector('.body')?.scrollTo(0, 0);
    root.querySelector<HTMLElement>('.question')?.focus({ preventScroll: true });
  }
  announceOnce(root);
  checkColours(root);
}

/** From the height of the screen before to that of this one; content changes at once, and the page around never moves. */
function grow(element: FourfoldSurvey, root: HTMLElement): void {
  const card = root.querySelector('.card');
  if (!card || root.popover == null) return;
  const { index, row } = element.screen ?? { index: -1, row: 0 };
  const screen = `${index}.${row ?? 0}`;
  const before = heights.get(element);
  const { height } = card.getBoundingClientRect();
  heights.set(element, { screen, height });
  if (!before || before.screen === screen || before.height === height || matchMedia(STILL).matches) return;
  const growth = card.animate([{ height: `${before.height}px` }, { height: `${height}px` }], GROWTH);
  growth.onfinish = () => cue(root); // until then there may have been less room
}

/** Says by a shadow over the foot that there is more to scroll to. */
function cue(root: HTMLElement): void {
  const body = root.querySelector('.body');
  if (!body) return;
  const more = body.scrollHeight - body.clientHeight - body.scrollTop > 1;
  root.querySelector('.foot')?.classList.toggle('over', more);
}

/** Draws the prompt in the language that is asked for now; answers stay. */
export async function speak(element: FourfoldSurvey): Promise<void> {
  const { run, settings } = element;
  const turn = (turns.get(element) ?? 0) + 1;
  turns.set(element, turn);
  const { words = loadStrings } = run.prepared;
  const strings = await words(localeOf(element.locale ?? settings?.locale)).catch(
    () => undefined, // TypeError: the network has gone
  );
  if (turns.get(element) !== turn) return; // asked for another one meanwhile
  if (!strings || strings.locale === run.prepared.strings.locale) return;
  run.prepared.strings = strings;
  run.commit(false);
  element.requestUpdate();
}

/** The second click of a double click is not meant for the question that has just come. */
function refuseDoubleClick(event: Event): void {
  const { target, detail } = event as MouseEvent; // a click
  if (detail > 1 && target instanceof Element && target.closest('.foot, .end')) {
    event.preventDefault();
    event.stopPropagation();
  }
}

/** Neither a key that is held down nor the one that ends a composition goes on; Safari tells the latter by its code. */
function refuseOddEnter(event: Event): void {
  const { key, repeat, isComposing, target } = event as KeyboardEvent; // a key went down
  const composing = isComposing || Reflect.get(event, 'keyCode') === COMPOSING;
  if (key === 'Escape' && composing) event.stopPropagation();
  if (key === 'Enter' && (repeat || composing) && !(target instanceof HTMLTextAreaElement))
    event.preventDefault();
}

/** Lifts the sheet over the keyboard of a phone, which covers the page without making it smaller. */
function followKeyboard(element: FourfoldSurvey): void {
  const root = element.shadowRoot?.querySelector<HTMLElement>('.ff');
  const { height, offsetTop, scale } = window.visualViewport ?? {
    height: innerHeight,
    offsetTop: 0,
    scale: 1,
  };
  const covered = Math.max(0, innerHeight - height - offsetTop);
  // A page that was zoomed by its reader shows a part of itself, which no sheet should follow.
  root?.style.setProperty('--_keyboard', scale > 1.01 ? '0px' : `${Math.round(covered)}px`);
}
