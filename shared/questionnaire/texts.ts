import type { Issue } from '../parsed.ts';
import { matchLocale } from './localize.ts';
import type { Question, Questionnaire, Text } from './questionnaire.ts';

/** A text of a questionnaire, and where it stands. */
interface Placed {
  readonly path: string;
  readonly text: Text;
}

/**
 * The languages that a questionnaire is written in, its default first; none when no text names its language.
 *
 * @example languagesOf({ id: 'a', version: 1, questions: [{ id: 'n', kind: 'note', label: { en: 'Hi', fr: 'Salut' } }] }) // ['en', 'fr']
 */
export function languagesOf(questionnaire: Questionnaire): readonly string[] {
  const written = textsOf(questionnaire).flatMap(({ text }) =>
    typeof text === 'string' ? [] : Object.keys(text),
  );
  return [...new Set(written)];
}

/**
 * Texts that a reader of one of the questionnaire's languages gets in another one.
 *
 * @param language one of {@link languagesOf}
 * @example
 * const questions = [{ id: 'n', kind: 'note', label: { en: 'Hi' } }] as const;
 * missingTexts({ id: 'a', version: 1, questions }, 'fr')[0]?.path // 'questions[0].label'
 */
export function missingTexts(questionnaire: Questionnaire, language: string): Issue[] {
  return textsOf(questionnaire).flatMap(({ path, text }) => {
    if (typeof text === 'string') return [];
    const tags = Object.keys(text);
    const found = matchLocale(language, tags);
    // A wider tag serves as well, such as fr for fr-CA; but not one way of writing Chinese for the other.
    if (found !== undefined && (found === language || !language.startsWith('zh'))) return [];
    const message = `no text in "${language}"; add it ("${found ?? tags[0]}" is shown)`;
    return [{ path, code: 'language', message }];
  });
}

function textsOf({ title, questions }: Questionnaire): Placed[] {
  return [
    ...(title === undefined ? [] : [{ path: 'title', text: title }]),
    ...questions.flatMap((question, index) => textsOfQuestion(question, `questions[${index}]`)),
  ];
}

function textsOfQuestion(question: Question, path: string): Placed[] {
  const placed: Placed[] = [];
  const put = (name: string, text: Text | undefined) => {
    if (text !== undefined) placed.push({ path: `${path}.${name}`, text });
  };
  put('label', question.label);
  put('hint', question.hint);
  switch (question.kind) {
    case 'nps':
    case 'ces':
    case 'rating':
      put('anchors.low', question.anchors?.low);
      put('anchors.high', question.anchors?.high);
      if (question.kind === 'rating') question.words?.forEach((word, at) => put(`words[${at}]`, word));
      break;
    case 'battery':
      question.attributes.forEach(({ label }, at) => put(`attributes[${at}].label`, label));
      for (const [aspect, wording] of Object.entries(question.wording ?? {})) {
        for (const [name, text] of Object.entries(wording)) put(`wording.${aspect}.${name}`, text as Text); // its fields are texts
      }
      break;
    case 'choice':
      question.options.forEach(({ label }, at) => put(`options[${at}].label`, label));
      break;
    case 'contact':
      put('consent', question.consent);
      break;
    case 'csat':
    case 'text':
    case 'note':
      break;
  }
  return placed;
}
