import type { BatteryAnswer } from '../../shared/answers/answer-record.ts';
import type { Attribute, BatteryQuestion, Question } from '../../shared/questionnaire/questionnaire.ts';
import { inOrder } from './draw-order.ts';
import type { Session } from './survey-session.ts';

/** The points given in one battery so far. */
export function batteryAnswer({ answers }: Session, id: string): BatteryAnswer {
  const given = answers[id];
  return typeof given === 'object' ? (given as BatteryAnswer) : {}; // the answer to a battery
}

/** A battery's attributes in the order in which this respondent sees them. */
export function attributesInOrder({ order }: Session, question: BatteryQuestion): readonly Attribute[] {
  return inOrder(question.attributes, order[question.id]);
}

/** Paths of the cells that are blank, in attributes that apply. */
export function blankCells(session: Session, question: Question): readonly string[] {
  if (question.kind !== 'battery') return [];
  const { id, ask, attributes } = question;
  const given = batteryAnswer(session, id);
  const off = session.notApplicable[id] ?? [];
  return ask.flatMap((aspect) =>
    attributes
      .filter((attribute) => given[aspect]?.[attribute.id] === undefined && !off.includes(attribute.id))
      .map((attribute) => `${id}.${aspect}.${attribute.id}`),
  );
}
