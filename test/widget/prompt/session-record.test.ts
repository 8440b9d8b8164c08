import { describe, expect, it } from 'vitest';
import { parseAnswerRecord } from '../../../shared/answers/parse-answer-record.ts';
import type { BatteryQuestion, Questionnaire } from '../../../shared/questionnaire/questionnaire.ts';
import { attributesInOrder, blankCells } from '../../../widget/prompt/battery-answer.ts';
import { answerCell, setNotApplicable } from '../../../widget/prompt/battery-change.ts';
import { drawOrder } from '../../../widget/prompt/draw-order.ts';
import { recordOf } from '../../../widget/prompt/session-record.ts';
import { askedQuestions } from '../../../shared/questionnaire/flow.ts';
import type { Session } from '../../../widget/prompt/survey-session.ts';
import { answer, finish, prompt, startSession } from '../../../widget/prompt/survey-session.ts';
import { back, next } from '../../../widget/prompt/survey-steps.ts';

const SERVICE: BatteryQuestion = {
  id: 'service',
  kind: 'battery',
  ask: ['importance', 'satisfaction'],
  order: 'random',
  attributes: [
    { id: 'speed', label: 'Delivery on time' },
    { id: 'parking', label: 'Parking' },
  ],
};
const SURVEY: Questionnaire = {
  id: 'checkout',
  version: 3,
  questions: [
    { id: 'nps', kind: 'nps' },
    { id: 'why', kind: 'text', showIf: { question: 'nps', atMost: 6 } },
    SERVICE,
  ],
};
const SHOWN_AT = Date.UTC(2026, 0, 2, 3, 4, 5);
const ORIGIN = {
  id: '01950000-0000-7000-8000-000000000000',
  locale: 'en',
  page: 'https://shop.example/checkout',
  sample: 0.25,
  context: { tier: 'gold' },
};

const shown = (): Session =>
  prompt(
    startSession(
      SURVEY,
      askedQuestions,
      drawOrder(SURVEY, () => 0),
    ),
    SHOWN_AT,
  );
const atBattery = (): Session => next(answer(shown(), 'nps', 9, SHOWN_AT + 500));
const speed = { battery: 'service', aspect: 'importance', attribute: 'speed' } as const;
const record = (session: Session) => recordOf({ ...session, revision: 7 }, ORIGIN, blankCells);

describe('recordOf(session, origin)', () => {
  it('is a record that every reader takes', () => {
    const parsed = parseAnswerRecord(record(answerCell(atBattery(), speed, 5, SHOWN_AT + 900)));
    expect(parsed.ok).toBe(true);
  });

  it('says what was shown, before any answer', () => {
    expect(record(shown())).toEqual({
      schemaVersion: 1,
      ...ORIGIN,
      revision: 7,
      survey: 'checkout',
      surveyVersion: 3,
      status: 'shown',
      shownAt: '2026-01-02T03:04:05.000Z',
      answers: {},
      skipped: [],
      notApplicable: {},
      order: {},
    });
  });

  it('measures from shown to the newest answer, never below 0', () => {
    expect(record(atBattery())).toMatchObject({ answeredAt: '2026-01-02T03:04:05.500Z', durationMs: 500 });
    expect(record(answer(shown(), 'nps', 1, SHOWN_AT - 5)).durationMs).toBe(0);
  });

  it('has no time of an answer where none is left, or an attribute alone does not apply', () => {
    const taken = answer(answer(shown(), 'nps', 9, SHOWN_AT + 500), 'nps', undefined, SHOWN_AT + 900);
    const off = setNotApplicable(next(shown()), 'service', 'speed', true, SHOWN_AT + 900);
    for (const session of [taken, off, next(off), finish(off, 'dismissed')]) {
      expect(record(session)).not.toHaveProperty('answeredAt');
      expect(record(session)).not.toHaveProperty('durationMs');
    }
    expect(record(next(off))).toMatchObject({ status: 'dismissed', notApplicable: { service: ['speed'] } });
  });

  it('names a question that was gone past, until it is answered after all', () => {
    const skipped = next(shown());
    expect(record(skipped).skipped).toEqual(['nps']);
    expect(record(answer(back(skipped), 'nps', 8, SHOWN_AT)).skipped).toEqual([]);
  });

  it('drops an answer that is no longer asked, and brings it back with its condition', () => {
    const written = answer(next(answer(shown(), 'nps', 2, SHOWN_AT)), 'why', 'slow', SHOWN_AT);
    expect(record(written).answers).toEqual({ nps: 2, why: 'slow' });
    const raised = answer(back(written), 'nps', 9, SHOWN_AT);
    expect(record(raised).answers).toEqual({ nps: 9 });
    expect(record(answer(raised, 'nps', 3, SHOWN_AT)).answers).toEqual({ nps: 3, why: 'slow' });
  });

  it('names the blank cells of a battery that was begun, once it is gone past', () => {
    const begun = answerCell(atBattery(), speed, 5, SHOWN_AT);
    expect(record(begun).skipped).toEqual([]);
    expect(record(next(begun)).skipped).toEqual([
      'service.importance.parking',
      'service.satisfaction.speed',
      'service.satisfaction.parking',
    ]);
  });

  it('names a battery by its id when nothing was given in it', () => {
    expect(record(next(atBattery())).skipped).toEqual(['service']);
  });

  it('keeps "does not apply" apart from skipped', () => {
    const marked = next(setNotApplicable(atBattery(), 'service', 'parking', true, SHOWN_AT));
    expect(record(marked)).toMatchObject({
      notApplicable: { service: ['parking'] },
      skipped: ['service.importance.speed', 'service.satisfaction.speed'],
    });
  });

  it('says in which order attributes were seen, once they were', () => {
    expect(record(shown()).order).toEqual({});
    expect(record(atBattery()).order).toEqual({ service: ['parking', 'speed'] });
  });
});

describe('answerCell and setNotApplicable', () => {
  it('a rated attribute applies', () => {
    const marked = setNotApplicable(atBattery(), 'service', 'speed', true, SHOWN_AT);
    expect(answerCell(marked, speed, 4, SHOWN_AT)).toMatchObject({
      notApplicable: {},
      answers: { service: { importance: { speed: 4 } } },
    });
  });

  it('"does not apply" takes the points of that attribute alone', () => {
    const parking = { ...speed, attribute: 'parking' };
    const both = answerCell(answerCell(atBattery(), speed, 5, SHOWN_AT), parking, 2, SHOWN_AT);
    const marked = setNotApplicable(both, 'service', 'parking', true, SHOWN_AT);
    expect(marked.answers.service).toEqual({ importance: { speed: 5 } });
    const none = setNotApplicable(marked, 'service', 'speed', true, SHOWN_AT);
    expect(none.answers).toEqual({ nps: 9 });
    expect(setNotApplicable(none, 'service', 'speed', false, SHOWN_AT).notApplicable).toEqual({
      service: ['parking'],
    });
  });
});

describe('drawOrder(questionnaire, random)', () => {
  it('draws each order with the same chance', () => {
    const seen = [0, 0.49, 0.5, 0.99].map((value) => drawOrder(SURVEY, () => value).service.join());
    expect(seen).toEqual(['parking,speed', 'parking,speed', 'speed,parking', 'speed,parking']);
  });

  it('leaves a given order alone', () => {
    const given = { ...SURVEY, questions: [{ ...SERVICE, order: 'given' as const }] };
    expect(drawOrder(given, () => 0)).toEqual({});
    expect(attributesInOrder(startSession(given, askedQuestions), SERVICE)).toBe(SERVICE.attributes);
  });
});
