import { askedQuestions } from '../../shared/questionnaire/flow.ts';
import { matchLocale } from '../../shared/questionnaire/localize.ts';
import type { Question, Questionnaire } from '../../shared/questionnaire/questionnaire.ts';
import { languagesOf } from '../../shared/questionnaire/texts.ts';
import { blankCells } from './battery-answer.ts';
import { drawOrder } from './draw-order.ts';
import type { KindModule } from './kind-module.ts';
import type { Loaded } from './load-questionnaire.ts';
import { loadStrings } from './strings/load-strings.ts';

const BUILT_IN: Readonly<Record<string, () => Promise<Questionnaire>>> = {
  nps: async () => (await import('../../shared/questionnaire/builtin/nps.ts')).nps,
  csat: async () => (await import('../../shared/questionnaire/builtin/csat.ts')).csat,
};

/** Every questionnaire but the plain NPS: those from outside, those that branch, and those of further kinds. */
export async function load(survey: string, raw: unknown): Promise<Loaded> {
  if (raw === undefined && !Object.hasOwn(BUILT_IN, survey))
    throw new Error(`no such survey; built in are ${Object.keys(BUILT_IN).join(', ')}`);
  const outside = raw === undefined ? undefined : await import('./from-outside.ts');
  const questionnaire = outside ? outside.fromOutside(survey, raw) : await BUILT_IN[survey]();
  const languages = languagesOf(questionnaire);
  const needed = new Set(questionnaire.questions.map(moduleOf));
  const [first, ...others] = await Promise.all([
    import('./later.ts'),
    ...[...needed].map((load) => load?.()),
  ]);
  return {
    questionnaire,
    flow: askedQuestions,
    order: drawOrder(questionnaire, chance),
    blanks: blankCells,
    modules: others.filter((module) => module !== undefined),
    later: first,
    async words(wanted) {
      // The prompt speaks one language throughout: one that the questionnaire is written in, where it names any.
      const language = languages.length > 0 ? (matchLocale(wanted, languages) ?? languages[0]) : wanted;
      const strings = await loadStrings(language);
      return outside
        ? outside.ownWords(questionnaire, strings, languages.length > 0 ? language : undefined)
        : strings;
    },
  };
}

const battery = () => import('./questions/battery.ts');
const more = () => import('./questions/more.ts');

/** The module of a kind that `later` does not have. */
function moduleOf(question: Question): (() => Promise<KindModule>) | undefined {
  switch (question.kind) {
    case 'battery':
      return battery;
    case 'choice':
    case 'contact':
    case 'note':
      return more;
    case 'rating':
      return question.look === 'stars' || question.look === 'faces' ? more : undefined;
    default:
      return undefined;
  }
}

function chance(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] / 2 ** 32;
}
