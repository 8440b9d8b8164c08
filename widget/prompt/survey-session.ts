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
  /** Of batteries and choices in random order. */
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
 * @param order of what was shuffled
 */
export function startSession(
  questionnaire: Questionnaire,
  flow: Flow,
  order: Session['order'] = {},
): Session {
  const state = { answers: {}, passed: [], notApplicable: {}, order, revision: 0, shownAt: 0 };
  return { questionnaire, flow, phase: 'idle', current: flow(questionnaire, {})[0]?.id ?? '', ...state };
}

/** The prompt is on the screen. */
export function prompt(session: Session, now: number): Session {
  return session.phase === 'idle' ? { ...session, phase: 'prompted', shownAt: now } : session;
}

/** Gives, changes or (`undefined`) takes back the answer to a question. */
export function answer(session: Session, id: string, value: AnswerValue | undefined, now: number): Session {
  if (!isOpen(session)) return session;
  const { [id]: before, ...others } = session.answers;
  if (before === undefined && value === undefined) return session;
  const answers = value === undefined ? others : { ...others, [id]: value };
  return { ...session, phase: 'answering', answers, answeredAt: now };
}

/** No more can be answered: closed by the respondent, or at the end. What was not asked is not skipped. */
export function finish(session: Session, phase: 'done' | 'dismissed'): Session {
  return isOpen(session) ? { ...session, phase } : session;
}

/** Whether anything has been given for a question, "does not apply" included. */
export function isTouched({ answers, notApplicable }: Session, id: string): boolean {
  return Object.hasOwn(answers, id) || Object.hasOwn(notApplicable, id);
}

/** What was left blank in a question that was answered in part. */
export type Blanks = (session: Session, question: Question) => readonly string[];

/**
 * How far the respondent came, in the record's terms. A note asks nothing, so it counts for nothing; a battery is
 * answered when none of its cells is blank.
 */
export function statusOf(session: Session, blanks: Blanks): Status {
  const { answers, passed } = session;
  const given = (id: string) => Object.hasOwn(answers, id);
  const asked = asks(session).filter(({ kind }) => kind !== 'note');
  if (!asked.some(({ id }) => given(id)))
    return isOpen(session) || session.phase === 'idle' ? 'shown' : 'dismissed';
  const last = asked[asked.length - 1];
  const through = passed.includes(last.id) || (given(last.id) && !blanks(session, last).length);
  return through ? 'completed' : 'partial';
}

/** The questions that are asked, given the answers so far. */
export function asks({ questionnaire, flow, answers }: Session): readonly Question[] {
  return flow(questionnaire, answers);
}

/** Whether the respondent can still answer. */
export function isOpen({ phase }: Session): boolean {
  return phase === 'prompted' || phase === 'answering';
}
