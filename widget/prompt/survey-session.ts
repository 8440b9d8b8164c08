import type { AnswerValue, Status } from '../../shared/answers/answer-record.ts';
import type { askedQuestions } from '../../shared/questionnaire/flow.ts';
import type { Question, Questionnaire } from '../../shared/questionnaire/questionnaire.ts';

/** `idle` until shown, `prompted` until the first answer, `done` after the last question, `dismissed` when closed. */
export type Phase = 'idle' | 'prompted' | 'answering' | 'done' | 'dismissed';

/** Which questions are asked, given the answers so far. */
export type Flow = typeof askedQuestions;

/** One time that a prompt is shown. Every step returns a new session; time is Unix time in ms. */
export interface Session {
  readonly questionnaire: Questionnaire;
  readonly flow: Flow;
  readonly phase: Phase;
  /** Id of the question on the screen. */
  readonly current: string;
  /** Also those whose question is not asked at the moment: they count again when it is. */
  readonly answers: Readonly<Record<string, AnswerValue>>;
  /** Questions that the respondent went past, answered or not. */
  readonly passed: readonly string[];
  readonly notApplicable: Readonly<Record<string, readonly string[]>>;
  /** Of batteries in random order. */
  readonly order: Readonly<Record<string, readonly string[]>>;
  /** Of the newest record; 0 before the first. */
  readonly revision: number;
  readonly shownAt: number;
  readonly answeredAt?: number;
}

/**
 * A session that nobody has seen yet.
 *
 * @param flow which questions are asked
 * @param order of the batteries whose attributes were drawn
 */
export function startSession(
  questionnaire: Questionnaire,
  flow: Flow,
  order: Session['order'] = {},
): Session {
  const current = flow(questionnaire, {})[0]?.id ?? '';
  const answers = {};
  const state = { answers, passed: [], notApplicable: {}, order, revision: 0, shownAt: 0 };
  return { questionnaire, flow, phase: 'idle', current, ...state };
}

/** The prompt is on the screen. */
export function prompt(session: Session, now: number): Session {
  return session.phase === 'idle' ? { ...session, phase: 'prompted', shownAt: now } : session;
}

/** Gives, changes or (`undefined`) takes back the answer to a question. */
export function answer(session: Session, id: string, value: AnswerValue | undefined, now: number): Session {
  if (!isOpen(session)) return session;
  const others = Object.entries(session.answers).filter(([other]) => other !== id);
  const answers = Object.fromEntries(value === undefined ? others : [...others, [id, value]]);
  return { ...session, phase: 'answering', answers, answeredAt: now };
}

/** Goes past the question on the screen, to the next one that is asked or to the end. */
export function next(session: Session): Session {
  if (!isOpen(session)) return session;
  const { current, passed } = session;
  const asked = asks(session);
  const following = asked[asked.findIndex(({ id }) => id === current) + 1];
  const gone = { ...session, passed: [...passed.filter((id) => id !== current), current] };
  return following === undefined ? { ...gone, phase: 'done' } : { ...gone, current: following.id };
}

/** Ends where the next question cannot be shown: what was not asked is not skipped. */
export function end(session: Session): Session {
  return isOpen(session) ? { ...session, phase: 'done' } : session;
}

/** Goes back to the question before. */
export function back(session: Session): Session {
  const { index } = progress(session);
  return isOpen(session) && index > 0 ? { ...session, current: asks(session)[index - 1].id } : session;
}

/** The respondent closes the prompt; after the end this changes nothing. */
export function close(session: Session): Session {
  return isOpen(session) ? { ...session, phase: 'dismissed' } : session;
}

/** Where the question on the screen stands among those that are asked. */
export function progress(session: Session): { readonly index: number; readonly count: number } {
  const asked = asks(session);
  return { index: asked.findIndex(({ id }) => id === session.current), count: asked.length };
}

/** Whether anything has been given for a question, "does not apply" included. */
export function isTouched({ answers, notApplicable }: Session, id: string): boolean {
  return Object.hasOwn(answers, id) || (notApplicable[id]?.length ?? 0) > 0;
}

/** How far the respondent came, in the record's terms. */
export function statusOf(session: Session): Status {
  const asked = asks(session);
  if (!asked.some(({ id }) => Object.hasOwn(session.answers, id))) {
    return session.phase === 'done' || session.phase === 'dismissed' ? 'dismissed' : 'shown';
  }
  const { id } = asked[asked.length - 1];
  return Object.hasOwn(session.answers, id) || session.passed.includes(id) ? 'completed' : 'partial';
}

/** The questions that are asked, given the answers so far. */
export function asks({ questionnaire, flow, answers }: Session): readonly Question[] {
  return flow(questionnaire, answers);
}

/** Whether the respondent can still answer. */
export function isOpen({ phase }: Session): boolean {
  return phase === 'prompted' || phase === 'answering';
}
