import { describe, expect, it } from 'vitest';
import type { Questionnaire } from '../../../shared/questionnaire/questionnaire.ts';
import { askedQuestions } from '../../../shared/questionnaire/flow.ts';
import type { Session } from '../../../widget/prompt/survey-session.ts';
import {
  answer,
  asks,
  back,
  close,
  end,
  isTouched,
  next,
  progress,
  prompt,
  startSession,
  statusOf,
} from '../../../widget/prompt/survey-session.ts';

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

describe('progress(session)', () => {
  it('counts again when an answer opens or closes a branch', () => {
    expect(progress(shown())).toEqual({ index: 0, count: 2 });
    expect(progress(give(shown(), 'nps', 2))).toEqual({ index: 0, count: 3 });
    expect(progress(next(give(shown(), 'nps', 9)))).toEqual({ index: 1, count: 2 });
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

describe('close(session) and end(session)', () => {
  it('change nothing after the end', () => {
    const done = next(next(shown()));
    expect(close(done)).toBe(done);
    expect(end(done)).toBe(done);
  });

  it('end(session) leaves what was not asked unskipped', () => {
    const ended = end(next(give(shown(), 'nps', 9)));
    expect(ended).toMatchObject({ phase: 'done', passed: ['nps'] });
    expect(statusOf(ended)).toBe('partial');
  });
});

describe('isTouched(session, id)', () => {
  it('holds for an answer and for "does not apply"', () => {
    expect(isTouched(shown(), 'nps')).toBe(false);
    expect(isTouched(give(shown(), 'nps', 0), 'nps')).toBe(true);
    expect(isTouched({ ...shown(), notApplicable: { service: ['parking'] } }, 'service')).toBe(true);
  });
});
