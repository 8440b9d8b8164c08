import { describe, expect, it } from 'vitest';
import type { Question } from '../../../shared/questionnaire/questionnaire.ts';
import { isWordShown } from '../../../widget/prompt/is-word-shown.ts';

const ANCHORS = { low: 'Low', high: 'High' };
const ATTRIBUTES = [{ id: 'a', label: 'A' }];
const OPTIONS = ['a', 'b'].map((id) => ({ id, label: id }));
const WORDING = { name: 'What?', ...ANCHORS };

describe('isWordShown(questionnaire, name)', () => {
  it.each<[Question, readonly string[], readonly string[]]>([
    [{ id: 'q', kind: 'nps' }, ['nps.low', 'labels.nps', 'next', 'endings.lost.hint'], ['csat.0', 'ces.low']],
    [{ id: 'q', kind: 'nps', label: 'Q', anchors: ANCHORS }, ['skip'], ['nps.low', 'labels.nps']],
    [{ id: 'q', kind: 'csat' }, ['csat.4', 'labels.csat'], ['labels.nps', 'done']],
    [{ id: 'q', kind: 'ces' }, ['ces.high', 'labels.ces'], ['nps.high']],
    [{ id: 'q', kind: 'rating', label: 'Q' }, ['step'], ['ces.low', 'csat.0']],
    [{ id: 'q', kind: 'text' }, ['privacy', 'left.other', 'labels.text'], ['contact.name', 'other']],
    [
      { id: 'q', kind: 'battery', ask: ['importance'], attributes: ATTRIBUTES },
      ['aspects.importance.low', 'labels.eachLine', 'labels.battery', 'notApplicable'],
      ['aspects.satisfaction.name', 'labels.eachLineTwo', 'labels.many'],
    ],
    [
      {
        ...{ id: 'q', kind: 'battery', ask: ['expectation', 'perception'], attributes: ATTRIBUTES },
        ...{ notApplicable: false, wording: { perception: WORDING } },
      },
      ['aspects.expectation.low', 'labels.eachLineTwo'],
      ['aspects.perception.name', 'labels.eachLine', 'notApplicable'],
    ],
    [
      { id: 'q', kind: 'battery', hint: 'H', ask: ['importance'], attributes: ATTRIBUTES },
      ['labels.battery'],
      ['labels.eachLine'],
    ],
    [{ id: 'q', kind: 'choice', label: 'Q', options: OPTIONS }, ['back'], ['other', 'labels.many']],
    [
      { id: 'q', kind: 'choice', label: 'Q', options: OPTIONS, many: true, other: true },
      ['other', 'labels.many'],
      ['contact.name'],
    ],
    [{ id: 'q', kind: 'contact' }, ['contact.name', 'contact.consent', 'labels.contact'], ['privacy']],
    [{ id: 'q', kind: 'contact', consent: 'Yes' }, ['contact.reach'], ['contact.consent']],
    [{ id: 'q', kind: 'note', label: 'Q' }, ['done', 'close'], ['labels.text', 'labels.']],
  ])('of %o', (question, shown, hidden) => {
    const questionnaire = { id: 'a', version: 1, questions: [question] };
    expect([...shown, ...hidden].filter((name) => isWordShown(questionnaire, name))).toEqual(shown);
  });
});
