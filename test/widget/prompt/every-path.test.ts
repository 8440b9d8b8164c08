import { describe, expect, it } from 'vitest';
import type { AnswerRecord, AnswerValue } from '../../../shared/answers/answer-record.ts';
import { parseAnswerRecord } from '../../../shared/answers/parse-answer-record.ts';
import { ces } from '../../../shared/questionnaire/builtin/ces.ts';
import { csat } from '../../../shared/questionnaire/builtin/csat.ts';
import { deliveredValue } from '../../../shared/questionnaire/builtin/delivered-value.ts';
import { index } from '../../../shared/questionnaire/builtin/index.ts';
import { loyalty } from '../../../shared/questionnaire/builtin/loyalty.ts';
import { matrix } from '../../../shared/questionnaire/builtin/matrix.ts';
import { BUILT_IN_NAMES } from '../../../shared/questionnaire/builtin/names.ts';
import { nps } from '../../../shared/questionnaire/builtin/nps.ts';
import { serviceLevel } from '../../../shared/questionnaire/builtin/service-level.ts';
import { servqual } from '../../../shared/questionnaire/builtin/servqual.ts';
import { askedQuestions } from '../../../shared/questionnaire/flow.ts';
import type {
  BatteryQuestion,
  Question,
  Questionnaire,
} from '../../../shared/questionnaire/questionnaire.ts';
import { blankCells } from '../../../widget/prompt/battery-answer.ts';
import { answerCell, setNotApplicable } from '../../../widget/prompt/battery-change.ts';
import { drawOrder } from '../../../widget/prompt/draw-order.ts';
import { recordOf } from '../../../widget/prompt/session-record.ts';
import type { Session } from '../../../widget/prompt/survey-session.ts';
import { answer, finish, prompt, startSession } from '../../../widget/prompt/survey-session.ts';
import { next } from '../../../widget/prompt/survey-steps.ts';

const SURVEYS: readonly Questionnaire[] = [
  ...[nps, csat, ces, matrix, servqual, index, loyalty, serviceLevel, deliveredValue],
  {
    id: 'branching',
    version: 1,
    questions: [
      { id: 'nps', kind: 'nps' },
      { id: 'hello', kind: 'note', label: 'Thank you for the number.' },
      { id: 'why', kind: 'text', showIf: { question: 'nps', atMost: 6 } },
      { id: 'csat', kind: 'csat' },
      { id: 'contact', kind: 'contact', showIf: { question: 'why', answered: true } },
      { id: 'bye', kind: 'note', label: 'See you.' },
    ],
  },
];
const SHOWN_AT = Date.UTC(2026, 0, 2, 3, 4, 5);
const ORIGIN = { id: '01950000-0000-7000-8000-000000000000', locale: 'en', context: {} };

/** What the respondent does at one question: to the session, and in the terms of the record. */
interface Deed {
  readonly name: string;
  readonly act: (session: Session) => Session;
  readonly answer?: AnswerValue;
  readonly notApplicable?: readonly string[];
  /** What going on leaves blank. */
  readonly skipped: readonly string[];
}

/** What a respondent has done so far, question by question, in the order of asking. */
interface Step {
  readonly question: Question;
  readonly deed: Deed | undefined;
  readonly passed: boolean;
}

function deedsFor(question: Question): readonly Deed[] {
  const { id } = question;
  const nothing: Deed = { name: 'skips', act: (session) => session, skipped: [id] };
  const gives = (value: AnswerValue): Deed => ({
    name: `answers ${JSON.stringify(value)}`,
    act: (session) => answer(session, id, value, SHOWN_AT + 700),
    answer: value,
    skipped: [],
  });
  switch (question.kind) {
    case 'nps':
      return [nothing, gives(0), gives(10)];
    case 'csat':
    case 'ces':
      return [nothing, gives(1), gives(5)];
    case 'rating':
      return [nothing, gives(question.scale?.max ?? 5)];
    case 'text':
      return [nothing, gives('Slow.'), { ...nothing, name: 'writes, and deletes', act: writeAndDelete(id) }];
    case 'contact':
      return [nothing, gives({ reach: 'li@example.com', consent: true })];
    case 'choice':
      return [nothing, gives(question.options[0].id)];
    case 'note':
      return [{ name: 'reads', act: (session) => session, skipped: [] }];
    case 'battery':
      return [nothing, ...batteryDeeds(question)];
  }
}

function writeAndDelete(id: string): Deed['act'] {
  return (session) => answer(answer(session, id, 'S', SHOWN_AT + 100), id, undefined, SHOWN_AT + 200);
}

/** For each attribute: `all` that is asked is answered, `first` of it, `none`, or it does `not` apply. */
type Row = 'all' | 'first' | 'none' | 'not';

function batteryDeeds(question: BatteryQuestion): Deed[] {
  const rows = (pattern: readonly Row[]) => question.attributes.map((_, i) => pattern[i % pattern.length]);
  const patterns: readonly (readonly Row[])[] = [
    ['all'],
    ['not'],
    ['first', 'none'],
    ['not', 'none'],
    ['all', 'not', 'first', 'none'],
  ];
  return patterns.map((pattern) => batteryDeed(question, rows(pattern)));
}

function batteryDeed({ id, ask, attributes }: BatteryQuestion, rows: readonly Row[]): Deed {
  const points: Record<string, Record<string, number>> = {};
  const skipped: string[] = [];
  for (const [at, aspect] of ask.entries()) {
    for (const [i, attribute] of attributes.entries()) {
      const given = rows[i] === 'all' || (rows[i] === 'first' && at === 0);
      if (given) (points[aspect] ??= {})[attribute.id] = 1 + (i % 5);
      else if (rows[i] !== 'not') skipped.push(`${id}.${aspect}.${attribute.id}`);
    }
  }
  const notApplicable = attributes.filter((_, i) => rows[i] === 'not').map((attribute) => attribute.id);
  return {
    name: rows.join(' '),
    act(session) {
      let now = session;
      for (const [i, attribute] of attributes.entries()) {
        for (const aspect of ask) {
          const value = points[aspect]?.[attribute.id];
          const cell = { battery: id, aspect, attribute: attribute.id };
          if (value !== undefined) now = answerCell(now, cell, value, SHOWN_AT + 700);
        }
        if (rows[i] === 'not') now = setNotApplicable(now, id, attribute.id, true, SHOWN_AT + 700);
      }
      return now;
    },
    ...(Object.keys(points).length > 0 && { answer: points }),
    ...(notApplicable.length > 0 && { notApplicable }),
    skipped,
  };
}

/** The branches of these surveys, said anew. */
function isAsked(
  { id }: Question,
  survey: Questionnaire,
  answers: Readonly<Record<string, unknown>>,
): boolean {
  if (survey.id !== 'branching') return true;
  const low = typeof answers.nps === 'number' && answers.nps <= 6;
  if (id === 'why') return low;
  return id !== 'contact' || (low && 'why' in answers);
}

type Model = Pick<AnswerRecord, 'status' | 'answers' | 'skipped' | 'notApplicable' | 'order'>;

/** The record that DESIGN.md 4 asks for, from what was done. */
function modelOf(survey: Questionnaire, steps: readonly Step[], closed: boolean): Model {
  const answers: Record<string, AnswerValue> = {};
  const skipped: string[] = [];
  const notApplicable: Record<string, readonly string[]> = {};
  const order: Record<string, readonly string[]> = {};
  for (const { question, deed, passed } of steps) {
    const { id } = question;
    if (deed?.answer !== undefined) answers[id] = deed.answer;
    if (deed?.notApplicable) notApplicable[id] = deed.notApplicable;
    if (passed) skipped.push(...(deed?.skipped ?? [id]));
    if (question.kind === 'battery' && question.order === 'random')
      order[id] = [...question.attributes.slice(1), question.attributes[0]].map((attribute) => attribute.id);
  }
  const lastAsked = survey.questions
    .filter((question) => question.kind !== 'note' && isAsked(question, survey, answers))
    .at(-1)?.id;
  const last = steps.find(({ question }) => question.id === lastAsked);
  // A battery with blank cells is answered once it is gone past.
  const whole = last?.deed?.answer !== undefined && last.deed.skipped.length === 0;
  const ended = last?.passed === true || whole;
  const some = Object.keys(answers).length > 0;
  const status = some ? (ended ? 'completed' : 'partial') : closed ? 'dismissed' : 'shown';
  return { status, answers, skipped, notApplicable, order };
}

/** Walks all paths from where a session stands, and compares each record on the way; tells how many paths ended. */
function walk(survey: Questionnaire, session: Session, before: readonly Step[]): number {
  const question = survey.questions.find(({ id }) => id === session.current);
  if (!question) throw new Error(`no question ${session.current}`);
  compare(survey, session, [...before, { question, deed: undefined, passed: false }]);
  let ended = 0;
  for (const deed of deedsFor(question)) {
    const done = deed.act(session);
    compare(survey, done, [...before, { question, deed, passed: false }]);
    const steps = [...before, { question, deed, passed: true }];
    const gone = next(done);
    if (gone.phase === 'done') {
      compareOne(survey, gone, steps, true);
      ended++;
    } else ended += walk(survey, gone, steps);
  }
  return ended;
}

/** As the session stands, and closed at this very moment. */
function compare(survey: Questionnaire, session: Session, steps: readonly Step[]): void {
  compareOne(survey, session, steps, false);
  compareOne(survey, finish(session, 'dismissed'), steps, true);
}

function compareOne(survey: Questionnaire, session: Session, steps: readonly Step[], closed: boolean): void {
  const record = recordOf({ ...session, revision: 1 }, ORIGIN, blankCells);
  const { status, answers, skipped, notApplicable, order } = record;
  const way = steps.map(({ question, deed, passed }) => `${question.id} ${deed?.name} ${passed ? '>' : '|'}`);
  const is = JSON.stringify({ status, answers, skipped, notApplicable, order });
  const should = JSON.stringify(modelOf(survey, steps, closed));
  if (sorted(is) !== sorted(should)) expect(is, way.join(' ')).toBe(should);
  const parsed = parseAnswerRecord(JSON.parse(JSON.stringify(record)));
  if (!parsed.ok) expect(parsed.issues, way.join(' ')).toEqual([]);
}

/** The same whatever the order of names in an object is. */
function sorted(json: string): string {
  const tidy = (value: unknown): unknown =>
    typeof value !== 'object' || value === null || Array.isArray(value)
      ? value
      : Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, item]) => [name, tidy(item)]);
  return JSON.stringify(tidy(JSON.parse(json)));
}

describe('recordOf(session) on every path', () => {
  it('knows all that is built in', () => {
    expect(
      SURVEYS.map(({ id }) => id)
        .slice(0, -1)
        .sort(),
    ).toEqual([...BUILT_IN_NAMES].sort());
  });

  for (const survey of SURVEYS) {
    it(`of ${survey.id}: status, answers, skipped and not applicable, also when closed at any step`, () => {
      const start = prompt(
        startSession(
          survey,
          askedQuestions,
          drawOrder(survey, () => 0),
        ),
        SHOWN_AT,
      );
      const ended = walk(survey, start, []);
      const paths = survey.questions.reduce((product, question) => product * deedsFor(question).length, 1);
      expect(ended).toBe(survey.id === 'branching' ? 3 * 2 + 3 * (2 + 2) : paths);
    });
  }
});
