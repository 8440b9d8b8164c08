import type { BuiltInName } from '../../shared/questionnaire/builtin/names.ts';
import { nps } from '../../shared/questionnaire/builtin/nps.ts';
import { askedQuestions } from '../../shared/questionnaire/flow.ts';
import { matchLocale } from '../../shared/questionnaire/localize.ts';
import type { Question, Questionnaire } from '../../shared/questionnaire/questionnaire.ts';
import { languagesOf } from '../../shared/questionnaire/texts.ts';
import { blankCells } from './battery-answer.ts';
import { chance } from './chance.ts';
import { drawOrder } from './draw-order.ts';
import type { KindModule } from './kind-module.ts';
import type { Loaded } from './load-questionnaire.ts';

const BUILT_IN: Readonly<Record<BuiltInName, () => Promise<Questionnaire>>> = {
  nps: () => Promise.resolve(nps),
  csat: async () => (await import('../../shared/questionnaire/builtin/csat.ts')).csat,
  ces: async () => (await import('../../shared/questionnaire/builtin/ces.ts')).ces,
  matrix: async () => (await import('../../shared/questionnaire/builtin/matrix.ts')).matrix,
  servqual: async () => (await import('../../shared/questionnaire/builtin/servqual.ts')).servqual,
  index: async () => (await import('../../shared/questionnaire/builtin/index.ts')).index,
  loyalty: async () => (await import('../../shared/questionnaire/builtin/loyalty.ts')).loyalty,
  'service-level': async () =>
    (await import('../../shared/questionnaire/builtin/service-level.ts')).serviceLevel,
  'delivered-value': async () =>
    (await import('../../shared/questionnaire/builtin/delivered-value.ts')).deliveredValue,
};

/** Every questionnaire but the plain NPS: those from outside, those that branch, and those of further kinds. */
export async function load(survey: string, raw: unknown): Promise<Loaded> {
  const outside =
    raw === undefined ? undefined : (await import('./from-outside.ts')).fromOutside(survey, raw);
  const questionnaire = outside ? outside.questionnaire : await builtIn(survey);
  const languages = languagesOf(questionnaire);
  const needed = new Set(questionnaire.questions.map(moduleOf));
  const [later, ...others] = await Promise.all([
    import('./later.ts'),
    ...[...needed].map((load) => load?.()),
  ]);
  return {
    questionnaire,
    flow: askedQuestions,
    order: drawOrder(questionnaire, chance),
    blanks: blankCells,
    modules: others.filter((module) => module !== undefined),
    later,
    async words(wanted) {
      // The prompt speaks one language throughout: one that the questionnaire is written in, where it names any.
      const language = languages.length > 0 ? (matchLocale(wanted, languages) ?? languages[0]) : wanted;
      const strings = await later.loadStrings(language);
      return outside ? outside.words(strings, language, languages.length > 0) : strings;
    },
  };
}

function builtIn(survey: string): Promise<Questionnaire> {
  const names = Object.keys(BUILT_IN) as BuiltInName[]; // the keys of the line above
  const name = names.find((known) => known === survey);
  if (name === undefined) throw new Error(`no such survey; use one of ${names.join(', ')}`);
  return BUILT_IN[name]();
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
