import type { AnswerRecord, AnswerValue } from '../../shared/answers/answer-record.ts';
import { RECORD_SCHEMA_VERSION } from '../../shared/answers/answer-record.ts';
import type { Question } from '../../shared/questionnaire/questionnaire.ts';
import { batteryAnswer } from './battery-answer.ts';
import type { Session } from './survey-session.ts';
import { asks, isTouched, statusOf } from './survey-session.ts';

/** What a record says beside the answers. */
export interface Origin {
  readonly id: string;
  readonly locale: string;
  readonly page?: string;
  readonly sample?: number;
  readonly context: Readonly<Record<string, string>>;
}

/** The record of a session as it stands. Answers that are no longer asked are not in it. */
export function recordOf(session: Session, origin: Origin): AnswerRecord {
  const { questionnaire, shownAt, answeredAt, revision } = session;
  const asked = asks(session);
  const ids = asked.map(({ id }) => id);
  const { id, context, ...place } = origin;
  return {
    schemaVersion: RECORD_SCHEMA_VERSION,
    id,
    revision,
    survey: questionnaire.id,
    surveyVersion: questionnaire.version,
    status: statusOf(session),
    shownAt: new Date(shownAt).toISOString(),
    ...(answeredAt !== undefined && {
      answeredAt: new Date(answeredAt).toISOString(),
      durationMs: Math.max(0, Math.round(answeredAt - shownAt)),
    }),
    ...place,
    context,
    answers: pick(session.answers, ids, trimmed),
    skipped: asked.flatMap((question) => skippedIn(session, question)),
    notApplicable: pick(session.notApplicable, ids),
    order: pick(session.order, [...session.passed.filter((passed) => ids.includes(passed)), session.current]),
  };
}

/** A question that was gone past without a word gives its id; a battery that was begun gives its blank cells. */
function skippedIn(session: Session, question: Question): readonly string[] {
  const { id } = question;
  if (!session.passed.includes(id)) return [];
  if (!isTouched(session, id)) return [id];
  if (question.kind !== 'battery') return [];
  const given = batteryAnswer(session, id);
  const off = session.notApplicable[id] ?? [];
  return question.ask.flatMap((aspect) =>
    question.attributes
      .filter((attribute) => given[aspect]?.[attribute.id] === undefined && !off.includes(attribute.id))
      .map((attribute) => `${id}.${aspect}.${attribute.id}`),
  );
}

function pick<T>(
  from: Readonly<Record<string, T>>,
  ids: readonly string[],
  map: (value: T) => T = (value) => value,
): Record<string, T> {
  return Object.fromEntries(ids.flatMap((id) => (Object.hasOwn(from, id) ? [[id, map(from[id])]] : [])));
}

function trimmed(value: AnswerValue): AnswerValue {
  return typeof value === 'string' ? value.trim() : value;
}
