import type { Aspect } from '../../shared/questionnaire/questionnaire.ts';
import { batteryAnswer } from './battery-answer.ts';
import type { Session } from './survey-session.ts';
import { answer, isOpen } from './survey-session.ts';

/** What one thing asked of one attribute is called. */
export interface Cell {
  readonly battery: string;
  readonly aspect: Aspect;
  readonly attribute: string;
}

/** Gives a point; an attribute that is rated applies. */
export function answerCell(session: Session, cell: Cell, value: number, now: number): Session {
  const { battery, aspect, attribute } = cell;
  const given = batteryAnswer(session, battery);
  const points = { ...given, [aspect]: { ...given[aspect], [attribute]: value } };
  return answer(withNotApplicable(session, battery, attribute, false), battery, points, now);
}

/** Says that an attribute does not apply, which takes its points away, or that it does. */
export function setNotApplicable(
  session: Session,
  battery: string,
  attribute: string,
  on: boolean,
  now: number,
): Session {
  const marked = withNotApplicable(session, battery, attribute, on);
  const left = Object.entries(batteryAnswer(session, battery)).flatMap(([aspect, points]) => {
    const others = Object.entries(points).filter(([id]) => id !== attribute);
    return others.length > 0 ? [[aspect, Object.fromEntries(others)] as const] : [];
  });
  if (marked === session) return session;
  const points = left.length > 0 ? Object.fromEntries(left) : undefined;
  return { ...answer(marked, battery, points, now), phase: 'answering', answeredAt: now };
}

function withNotApplicable(session: Session, battery: string, attribute: string, on: boolean): Session {
  if (!isOpen(session)) return session;
  const { [battery]: marked = [], ...others } = session.notApplicable;
  const kept = marked.filter((id) => id !== attribute);
  const now = on ? [...kept, attribute] : kept;
  return { ...session, notApplicable: now.length > 0 ? { ...others, [battery]: now } : others };
}
