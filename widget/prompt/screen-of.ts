import { html } from 'lit/html.js';
import type { CardView, Screen } from './card.ts';
import { isWhole } from './card.ts';
import type { KindModule } from './kind-module.ts';
import { npsParts } from './questions/nps.ts';
import { asks } from './survey-session.ts';

/**
 * What is asked now; undefined after the end.
 *
 * @param modules of the kinds that are loaded beyond NPS
 */
export function screenOf(view: CardView, modules: readonly KindModule[]): Screen | undefined {
  const { session } = view.run;
  if (session.phase === 'done') return undefined;
  const asked = asks(session);
  const index = asked.findIndex(({ id }) => id === session.current);
  const question = asked[index];
  const others = isWhole(view) ? modules.map((module) => module.parts(view, question)) : [];
  const parts = [npsParts(view, question), ...others].find(Boolean);
  return { body: html``, ...parts, question, index, count: asked.length };
}
