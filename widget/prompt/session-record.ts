import type { AnswerRecord } from '../../shared/answers/answer-record.ts';
import { RECORD_SCHEMA_VERSION } from '../../shared/answers/answer-record.ts';
import type { Blanks, Session } from './survey-session.ts';
import { asks, isTouched, statusOf } from './survey-session.ts';

/** What a record says beside the answers. */
export interface Origin {
  readonly id: string;
  readonly locale: string;
  readonly page?: string;
  readonly sample?: number;
  readonly context: Readonly<Record<string, string>>;
}

/**
 * The record of a session as it stands. Answers that are no longer asked are not in it. A question that was gone past
 * without a word is skipped by its id.
 *
 * @param blanks paths of cells, for batteries
 */
export function recordOf(session: Session, origin: Origin, blanks: Blanks = () => []): AnswerRecord {
  const { questionnaire, shownAt, answeredAt, revision } = session;
  const asked = asks(session);
  const ids = asked.map(({ id }) => id);
  const { id, context, ...place } = origin;
  const answers = pick(session.answers, ids);
  return {
    schemaVersion: RECORD_SCHEMA_VERSION,
    id,
    revision,
    survey: questionnaire.id,
    surveyVersion: questionnaire.version,
    status: statusOf(session, blanks),
    shownAt: new Date(shownAt).toISOString(),
    ...(answeredAt !== undefined &&
      hasAnswers({ answers }) && {
        answeredAt: new Date(answeredAt).toISOString(),
        durationMs: Math.max(0, Math.round(answeredAt - shownAt)),
      }),
    ...place,
    context,
    answers,
    skipped: asked
      .filter(({ id, kind }) => kind !== 'note' && session.passed.includes(id))
      .flatMap((question) => (isTouched(session, question.id) ? blanks(session, question) : question.id)),
    notApplicable: pick(session.notApplicable, ids),
    order: pick(session.order, [...session.passed.filter((passed) => ids.includes(passed)), session.current]),
  };
}

/** Whether anything was given; neither a skip nor "does not apply" is an answer. */
export function hasAnswers({ answers }: Pick<AnswerRecord, 'answers'>): boolean {
  return Object.keys(answers).length > 0;
}

function pick<T>(from: Readonly<Record<string, T>>, ids: readonly string[]): Record<string, T> {
  return Object.fromEntries(ids.flatMap((id) => (Object.hasOwn(from, id) ? [[id, from[id]]] : [])));
}
