import type { When } from '../shared/questionnaire/questionnaire.ts';

/**
 * Waits for the first of a survey's triggers, then fires once.
 *
 * @param events where `fourfold.event(name)` arrives
 */
export function armTriggers(
  { delay, scroll, exitIntent, event }: When,
  events: EventTarget,
  fire: () => void,
): void {
  const controller = new AbortController();
  const { signal } = controller;
  const fireOnce = () => {
    if (signal.aborted) return;
    controller.abort();
    fire();
  };
  const on = (target: EventTarget, name: string, listener: (event: Event) => void) => {
    target.addEventListener(name, listener, { signal, passive: true });
  };

  if (delay) {
    let left = delay * 1000;
    let since = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      clearTimeout(timer);
      if (since) left -= performance.now() - since;
      since = document.hidden ? 0 : performance.now();
      if (since) timer = setTimeout(fireOnce, left);
    };
    on(document, 'visibilitychange', tick);
    tick();
  }
  if (scroll) {
    on(window, 'scroll', () => {
      const { scrollTop, scrollHeight, clientHeight } = document.documentElement;
      if (scrollTop >= (scrollHeight - clientHeight) * scroll) fireOnce();
    });
  }
  if (exitIntent) {
    on(document.documentElement, 'mouseleave', (leave) => (leave as MouseEvent).clientY <= 0 && fireOnce()); // by name
  }
  if (event) on(events, event, fireOnce);
}
