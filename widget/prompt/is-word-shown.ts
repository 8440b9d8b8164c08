import type { Question, Questionnaire } from '../../shared/questionnaire/questionnaire.ts';

/**
 * Whether a respondent of a questionnaire may come to see one of the prompt's own words: those of kinds that are not
 * asked are not shown, nor those in whose place the owner has written others.
 *
 * @param name as an owner calls it, such as `csat.0`
 * @example isWordShown({ id: 'a', version: 1, questions: [{ id: 'nps', kind: 'nps' }] }, 'csat.0') // false
 */
export function isWordShown({ questions }: Questionnaire, name: string): boolean {
  const [part, detail = ''] = name.split('.');
  return questions.some((question) => {
    if (part === 'labels') return showsLabel(question, detail);
    switch (part) {
      case 'nps':
      case 'ces':
        return question.kind === part && question.anchors === undefined;
      case 'csat':
        return question.kind === part;
      case 'aspects':
        return question.kind === 'battery' && showsAspect(question, detail);
      case 'notApplicable':
        return question.kind === 'battery' && question.notApplicable !== false;
      case 'other':
        return question.kind === 'choice' && question.other === true;
      case 'contact':
        return question.kind === part && (detail !== 'consent' || question.consent === undefined);
      case 'privacy':
      case 'left':
        return question.kind === 'text';
      case 'done':
        return question.kind === 'note';
      default:
        return true;
    }
  });
}

function showsLabel(question: Question, name: string): boolean {
  switch (name) {
    case 'eachLine':
      return question.kind === 'battery' && question.hint === undefined && question.ask.length === 1;
    case 'eachLineTwo':
      return question.kind === 'battery' && question.hint === undefined && question.ask.length === 2;
    case 'many':
      return question.kind === 'choice' && question.hint === undefined && question.many === true;
    default:
      return question.kind === name && question.label === undefined;
  }
}

function showsAspect({ ask, wording }: Extract<Question, { kind: 'battery' }>, name: string): boolean {
  return ask.some((aspect) => aspect === name && wording?.[aspect] === undefined);
}
