import type { Question } from '../../shared/questionnaire/questionnaire.ts';
import { attributesInOrder, batteryAnswer } from './battery-answer.ts';
import type { Session } from './survey-session.ts';
import { asks, isTouched, progress } from './survey-session.ts';

/** What is on the screen: a question, or one attribute of a battery where there is no room for its table. */
export interface Screen {
  readonly question: Question;
  /** Among the questions that are asked. */
  readonly index: number;
  readonly count: number;
  /** Id of the attribute that has the screen to itself. */
  readonly attribute?: string;
  readonly row: number;
  /** How many screens the question takes. */
  readonly rows: number;
  /** There is something to keep, so "Next" stands in the place of "Skip". */
  readonly touched: boolean;
  readonly last: boolean;
  readonly canGoBack: boolean;
  readonly canExclude: boolean;
  readonly excluded: boolean;
  /** Changes from screen to screen, so that each fades in. */
  readonly odd: boolean;
}

/**
 * What a session shows where its card is.
 *
 * @param table whether a battery has room for its table
 * @param row index of the attribute on the screen, where it has not
 */
export function screenOf(session: Session, table: boolean, row: number): Screen {
  const { index, count } = progress(session);
  const question = asks(session)[index];
  const single = question.kind === 'battery' && !table;
  const attributes = single ? attributesInOrder(session, question).map(({ id }) => id) : [];
  const rows = single ? attributes.length : 1;
  const shown = Math.min(row, rows - 1);
  const attribute = attributes[shown];
  const excluded = session.notApplicable[question.id]?.includes(attribute) ?? false;
  const rated = Object.values(batteryAnswer(session, question.id)).some((points) =>
    Object.hasOwn(points, attribute),
  );
  return {
    question,
    index,
    count,
    ...(single && { attribute }),
    row: shown,
    rows,
    touched: single ? excluded || rated : isTouched(session, question.id),
    last: index === count - 1 && shown === rows - 1,
    canGoBack: index > 0 || shown > 0,
    canExclude: question.kind === 'battery' && question.notApplicable !== false,
    excluded,
    odd: (index + shown) % 2 === 1,
  };
}

/** Width of the card, in px, from which a battery's table fits; two scales take more. */
export function tableWidth(question: Question): number {
  if (question.kind !== 'battery') return 0;
  return 210 + 248 * question.ask.length + (question.notApplicable === false ? 0 : 84);
}
