import { describe, expect, it } from 'vitest';
import type { Questionnaire } from '../../../shared/questionnaire/questionnaire.ts';
import { askedQuestions } from '../../../shared/questionnaire/flow.ts';
import type { Session } from '../../../widget/prompt/survey-session.ts';
import {
  answer,
  asks,
  finish,
  isTouched,
  prompt,
  startSession,
  statusOf as statusWith,
} from '../../../widget/prompt/survey-session.ts';
import { blankCells } from '../../../widget/prompt/battery-answer.ts';
import { back, next } from '../../../widget/prompt/survey-steps.ts';

const SURVEY: Questionnaire = {
  id: 'checkout',
  version: 3,
  questions: [
    { id: 'nps', kind: 'nps' },
    { id: 'why', kind: 'text', showIf: { question: 'nps', atMost: 6 } },
    { id: 'csat', kind: 'csat' },
  ],
};

const shown = (): Session => prompt(startSession(SURVEY, askedQuestions), 1000);
const statusOf = (session: Session) => statusWith(session, blankCells);
const close = (session: Session): Session => finish(session, 'dismissed');
const give = (session: Session, id: string, value: number | string): Session =>
  answer(session, id, value, 2000);

describe('startSession(questionnaire)', () => {
  it('is idle, before its first question, and takes no answer', () => {
    const session = startSession(SURVEY, askedQuestions);
    expect(session).toMatchObject({ phase: 'idle', current: 'nps', revision: 0 });
    expect(give(session, 'nps', 9)).toBe(session);
    expect(next(session)).toBe(session);
    expect(close(session)).toBe(session);
  });
});

describe('prompt(session, now)', () => {
  it('notes when it was shown, once', () => {
    expect(shown()).toMatchObject({ phase: 'prompted', shownAt: 1000 });
    expect(prompt(shown(), 5000).shownAt).toBe(1000);
  });
});

describe('answer(session, id, value, now)', () => {
  it('begins the answering and notes the time', () => {
    expect(give(shown(), 'nps', 9)).toMatchObject({
      phase: 'answering',
      answers: { nps: 9 },
      answeredAt: 2000,
    });
  });

  it('changes an answer, and takes it back with undefined', () => {
    const changed = give(give(shown(), 'nps', 9), 'nps', 3);
    expect(changed.answers).toEqual({ nps: 3 });
    expect(answer(changed, 'nps', undefined, 3000).answers).toEqual({});
  });

  it('takes nothing back where nothing was given', () => {
    const session = shown();
    expect(answer(session, 'nps', undefined, 3000)).toBe(session);
  });

  it('does not touch the session that it was given', () => {
    const before = Object.freeze(shown());
    give(before, 'nps', 9);
    expect(before.answers).toEqual({});
  });
});

describe('next(session) and back(session)', () => {
  it('go along the questions that are asked', () => {
    const promoter = next(give(shown(), 'nps', 9));
    expect(promoter.current).toBe('csat');
    const detractor = next(give(shown(), 'nps', 6));
    expect(detractor.current).toBe('why');
    expect(back(detractor).current).toBe('nps');
    expect(back(back(detractor)).current).toBe('nps');
  });

  it('end after the last question, answered or not', () => {
    expect(next(next(shown())).phase).toBe('done');
    expect(next(next(next(shown()))).phase).toBe('done');
  });
});

describe('statusOf(session)', () => {
  it('is shown before the first answer', () => {
    expect(statusOf(shown())).toBe('shown');
    expect(statusOf(next(shown()))).toBe('shown');
  });

  it('is dismissed when closed, or skipped to the end, without an answer', () => {
    expect(statusOf(close(shown()))).toBe('dismissed');
    expect(statusOf(next(next(shown())))).toBe('dismissed');
  });

  it('is partial after an answer, also when closed', () => {
    const answered = give(shown(), 'nps', 9);
    expect(statusOf(answered)).toBe('partial');
    expect(statusOf(close(answered))).toBe('partial');
  });

  it('is completed when the last asked question is answered or skipped', () => {
    const last = next(give(shown(), 'nps', 9));
    expect(statusOf(give(last, 'csat', 4))).toBe('completed');
    expect(statusOf(next(last))).toBe('completed');
  });

  it('counts no answer whose question is no longer asked', () => {
    const written = give(next(give(shown(), 'nps', 2)), 'why', 'slow');
    const changed = answer(back(written), 'nps', undefined, 3000);
    expect(asks(changed).map(({ id }) => id)).toEqual(['nps', 'csat']);
    expect(statusOf(close(changed))).toBe('dismissed');
  });
});

describe('finish(session, phase)', () => {
  it('changes nothing after the end', () => {
    const done = next(next(shown()));
    expect(close(done)).toBe(done);
    expect(finish(done, 'done')).toBe(done);
  });

  it('leaves what was not asked unskipped', () => {
    const ended = finish(next(give(shown(), 'nps', 9)), 'done');
    expect(ended).toMatchObject({ phase: 'done', passed: ['nps'] });
    expect(statusOf(ended)).toBe('partial');
  });
});

describe('a battery', () => {
  const LAST: Questionnaire = {
    id: 'b',
    version: 1,
    questions: [
      {
        id: 'service',
        kind: 'battery',
        ask: ['satisfaction'],
        attributes: [
          { id: 'speed', label: 'Speed' },
          { id: 'parking', label: 'Parking' },
        ],
      },
    ],
  };
  const rate = (session: Session, points: Readonly<Record<string, number>>) =>
    answer(session, 'service', { satisfaction: points }, 2000);

  it('that comes last is answered when it is gone past or no cell is blank', () => {
    const begun = rate(prompt(startSession(LAST, askedQuestions), 1000), { speed: 4 });
    expect(statusOf(begun)).toBe('partial');
    expect(statusOf(next(begun))).toBe('completed');
    expect(statusOf(rate(begun, { speed: 4, parking: 2 }))).toBe('completed');
    expect(statusOf({ ...begun, notApplicable: { service: ['parking'] } })).toBe('completed');
  });
});

describe('a note', () => {
  const NOTED: Questionnaire = {
    ...SURVEY,
    questions: [...SURVEY.questions, { id: 'bye', kind: 'note', label: 'See you' }],
  };

  it('at the end keeps no record from being completed', () => {
    const asked = prompt(startSession(NOTED, askedQuestions), 1000);
    const last = give(next(give(asked, 'nps', 9)), 'csat', 4);
    expect(statusOf(close(next(last)))).toBe('completed');
  });
});

describe('isTouched(session, id)', () => {
  it('holds for an answer and for "does not apply"', () => {
    expect(isTouched(shown(), 'nps')).toBe(false);
    expect(isTouched(give(shown(), 'nps', 0), 'nps')).toBe(true);
    expect(isTouched({ ...shown(), notApplicable: { service: ['parking'] } }, 'service')).toBe(true);
  });
});
