import { forgetVisitor } from '../visitor-memory.ts';
import { chance } from './chance.ts';
import { drawOrder } from './draw-order.ts';
import type { FourfoldSurvey } from './fourfold-survey.ts';
import type { SurveyRun } from './survey-run.ts';
import { isOpen } from './survey-session.ts';

/** The last words stand so long, then the next visitor is served. */
const THANKS_MS = 8_000;
/** What a visitor has left half answered is closed after so long. */
const IDLE_MS = 60_000;

const serving = new WeakSet<FourfoldSurvey>();

/**
 * One visitor after another on a device that stands in a room. Each has a record of their own, which begins with their
 * first touch; nobody is remembered, so that the next visit or a restart asks again. The first touch fills the screen.
 *
 * @param sample share of visitors asked, where not all are
 */
export function serveVisitors(element: FourfoldSurvey, sample: number | undefined): void {
  const { shadowRoot: root } = element;
  if (!root || serving.has(element)) return;
  serving.add(element);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let begun: SurveyRun | undefined;
  let lost: SurveyRun | undefined;

  const restartIn = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(restart, ms);
  };
  const restart = () => {
    const { run, settings } = element;
    if (!settings || !root.querySelector(':popover-open')) return; // the owner has closed it
    if (isOpen(run.session) && !isTouched(run)) return;
    if (lost !== run && root.querySelector('[role="alert"]')) {
      lost = run; // it can be tried once more
      restartIn(IDLE_MS);
      return;
    }
    element.hide();
    element.open(settings, { ...run.prepared, order: drawOrder(run.prepared.questionnaire, chance) }, sample);
    clearTimeout(timer);
  };
  const touch = (event: Event) => {
    const { run } = element;
    if (begun !== run) run.session = { ...run.session, shownAt: run.now() };
    begun = run;
    if (event instanceof KeyboardEvent && event.key === 'Escape') event.stopPropagation();
    if (isOpen(run.session)) restartIn(IDLE_MS);
  };
  const end = ({ target }: Event) => {
    if (target !== element) return;
    forgetVisitor();
    restartIn(THANKS_MS);
  };

  for (const name of ['pointerdown', 'keydown', 'input'])
    root.addEventListener(name, touch, { capture: true });
  root.addEventListener('click', fillScreen);
  for (const name of ['fourfold-shown', 'fourfold-answer']) document.addEventListener(name, forgetVisitor);
  for (const name of ['fourfold-completed', 'fourfold-dismissed']) document.addEventListener(name, end);
}

function isTouched({ session, drafts }: SurveyRun): boolean {
  return session.phase === 'answering' || session.passed.length > 0 || Object.keys(drafts).length > 0;
}

function fillScreen(): void {
  if (document.fullscreenElement) return;
  document.documentElement.requestFullscreen?.().catch(() => undefined); // TypeError: not allowed here
}
