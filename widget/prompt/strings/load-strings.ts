import { ASPECTS } from '../../../shared/questionnaire/questionnaire.ts';
import { loadFirstStrings } from './load-first-strings.ts';
import type { EndStrings, FirstStrings, LaterStrings, Strings } from './strings.ts';

const LANGUAGES: Readonly<Record<string, () => Promise<{ readonly later: LaterStrings }>>> = {
  en: () => import('./en.ts'),
  'zh-CN': () => import('./zh-CN.ts'),
  'zh-TW': () => import('./zh-TW.ts'),
  ja: () => import('./ja.ts'),
  ko: () => import('./ko.ts'),
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  'pt-BR': () => import('./pt-BR.ts'),
  ar: () => import('./ar.ts'),
  he: () => import('./he.ts'),
};

/** The prompt's words in the language that serves a reader of `locale` best; English where there is none. */
export async function loadStrings(locale: string): Promise<Strings> {
  const first = await loadFirstStrings(locale);
  return whole(first, (await LANGUAGES[first.locale]()).later);
}

/** Puts what a language's files say in the places where it is read. */
function whole(first: FirstStrings, later: LaterStrings): Strings {
  const { done, back, retry, step, notApplicable, privacy, left, other, csat, kept, lost } = later;
  const [name, optional, reach, consent, incomplete] = later.contact;
  const { title } = first.endings.thanks;
  const [sent, keptOffline, keptHint, lostOffline, lostHint, rejected] = later.hints;
  const level = ends(later.level);
  const scales = [ends(later.importance), { low: csat[0], high: csat[4] }, level, level, level, level];
  return {
    ...first,
    ...{ done, back, retry, step, notApplicable, privacy, left, other, csat },
    ces: ends(later.ces),
    labels: labels(first, later),
    aspects: Object.fromEntries(
      ASPECTS.map((aspect, i) => [aspect, { name: later.aspects[i], ...scales[i] }]),
    ) as Strings['aspects'], // every aspect is among them
    contact: { name, optional, reach, consent, incomplete },
    endings: {
      thanks: { title, hint: '' },
      sent: { title, hint: sent },
      keptOffline: { title: kept, hint: keptOffline },
      kept: { title: kept, hint: keptHint },
      lostOffline: { title: lost, hint: lostOffline },
      lost: { title: lost, hint: lostHint },
      rejected: { title: lost, hint: rejected },
    },
  };
}

function labels(first: FirstStrings, later: LaterStrings): Strings['labels'] {
  const [csat, ces, text, contact, battery, eachLine, eachLineTwo, many] = later.labels;
  return { ...first.labels, csat, ces, text, contact, battery, eachLine, eachLineTwo, many };
}

function ends([low, high]: readonly [string, string]): EndStrings {
  return { low, high };
}
