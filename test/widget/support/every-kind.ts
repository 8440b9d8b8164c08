import type { AnswerValue } from '../../../shared/answers/answer-record.ts';
import type { Question } from '../../../shared/questionnaire/questionnaire.ts';
import type { SurveyHarness } from './survey-harness.ts';

/** One kind of question, or one of its forms. */
export interface KindCase {
  readonly question: Question;
  /** Answers it, as far as one screen goes; a note is not answered. */
  readonly give?: (harness: SurveyHarness) => Promise<void>;
  /** What the record says then. */
  readonly answer?: AnswerValue;
}

const ATTRIBUTES = [
  { id: 'speed', label: 'Delivery on time' },
  { id: 'parking', label: 'Parking' },
  { id: 'staff', label: 'Friendly staff' },
];
const OPTIONS = [
  { id: 'price', label: 'Price' },
  { id: 'range', label: 'Range of goods' },
  { id: 'advice', label: 'Advice' },
];

/** Every kind of question in each of its forms; each has its own id, so that one survey can ask them all. */
export const EVERY_KIND: readonly KindCase[] = [
  { question: { id: 'nps', kind: 'nps' }, give: (harness) => harness.choose('nps', 0), answer: 0 },
  { question: { id: 'csat', kind: 'csat' }, give: (harness) => harness.choose('csat', 4), answer: 4 },
  { question: { id: 'ces', kind: 'ces' }, give: (harness) => harness.choose('ces', 7), answer: 7 },
  {
    question: {
      id: 'numbers',
      kind: 'rating',
      label: 'What image do you have of us?',
      hint: 'All in all.',
      scale: { min: 1, max: 10 },
      anchors: { low: 'Very poor', high: 'Very good' },
    },
    give: (harness) => harness.choose('numbers', 10),
    answer: 10,
  },
  {
    question: { id: 'stars', kind: 'rating', label: 'How was the meal?', look: 'stars' },
    give: (harness) => harness.choose('stars', 3),
    answer: 3,
  },
  {
    question: { id: 'faces', kind: 'rating', label: 'How was the trip?', look: 'faces' },
    give: (harness) => harness.choose('faces', 1),
    answer: 1,
  },
  {
    question: {
      id: 'words',
      kind: 'rating',
      label: 'Did the parcel come on time?',
      scale: { min: 0, max: 2 },
      look: 'words',
      words: ['Too late', 'On time', 'Early'],
    },
    give: (harness) => harness.choose('words', 0),
    answer: 0,
  },
  {
    question: {
      id: 'one',
      kind: 'battery',
      label: 'How did we do?',
      ask: ['satisfaction'],
      attributes: ATTRIBUTES,
    },
    give: (harness) => harness.choose('one.satisfaction.speed', 5),
    answer: { satisfaction: { speed: 5 } },
  },
  {
    question: { id: 'two', kind: 'battery', ask: ['importance', 'satisfaction'], attributes: ATTRIBUTES },
    async give(harness) {
      await harness.choose('two.importance.speed', 5);
      await harness.choose('two.satisfaction.speed', 1);
    },
    answer: { importance: { speed: 5 }, satisfaction: { speed: 1 } },
  },
  {
    question: { id: 'pick', kind: 'choice', label: 'Why did you come?', options: OPTIONS },
    give: (harness) => harness.choose('pick', 'range'),
    answer: 'range',
  },
  {
    question: { id: 'many', kind: 'choice', label: 'What do you like?', options: OPTIONS, many: true },
    async give(harness) {
      await harness.choose('many', 'advice');
      await harness.choose('many', 'price');
    },
    answer: ['advice', 'price'],
  },
  {
    question: {
      id: 'own',
      kind: 'choice',
      label: 'Where did you hear of us?',
      options: OPTIONS,
      other: true,
    },
    async give(harness) {
      await harness.choose('own', 'other');
      await harness.write(' On the radio ', 'own.other');
    },
    answer: { other: 'On the radio' },
  },
  {
    question: { id: 'comment', kind: 'text' },
    give: (harness) => harness.write('The parcel took nine days.\nWhy? '),
    answer: 'The parcel took nine days.\nWhy?',
  },
  {
    question: { id: 'contact', kind: 'contact' },
    async give(harness) {
      await harness.write(' Li Wei ', 'contact.name');
      await harness.write('li@example.com', 'contact.reach');
      await harness.choose('contact.consent');
    },
    answer: { name: 'Li Wei', reach: 'li@example.com', consent: true },
  },
  { question: { id: 'note', kind: 'note', label: 'Two more questions, then you are done.' } },
];

/** The case whose question has an id. */
export function kindOf(id: string): KindCase {
  const found = EVERY_KIND.find(({ question }) => question.id === id);
  if (!found) throw new Error(`no kind has the id ${id}`);
  return found;
}
