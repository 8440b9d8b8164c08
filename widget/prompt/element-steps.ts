import type { Screen } from './card.ts';
import type { FourfoldSurvey } from './fourfold-survey.ts';
import { back as stepBack, next } from './survey-steps.ts';

/** To the next screen of a question that takes several, else to the next question, else to the end. */
export function forth(element: FourfoldSurvey, screen: Screen | undefined): void {
  if (screen?.hold?.()) {
    element.refocus = false;
    element.requestUpdate();
    return;
  }
  const { row = 0, rows = 1 } = screen ?? {};
  if (row < rows - 1) {
    element.row = row + 1;
    element.change((session) => session);
  } else {
    element.row = 0;
    element.change(next);
  }
}

/** To the screen before; of a question that takes several, to its last one. */
export function back(element: FourfoldSurvey): void {
  const { row = 0 } = element.screen ?? {};
  const isWithin = row > 0;
  element.change((session) => (isWithin ? session : stepBack(session)));
  element.row = isWithin ? row - 1 : (element.screen?.rows ?? 1) - 1;
}
