import * as v from 'valibot';
import { languageTag } from './language-tag.ts';
import type { Text } from './questionnaire.ts';

/** Longest label, hint or other word of an owner, in UTF-16 code units. */
const WORDS_LIMIT = 2_000;

/** An owner's words in one language. */
export const words = v.pipe(
  v.string('expected a text'),
  v.check((text) => text.trim() !== '', 'the text is empty; write it or leave it out'),
  v.maxLength(WORDS_LIMIT, `the text is longer than ${WORDS_LIMIT} characters; shorten it`),
);

const languages = v.pipe(
  v.record(languageTag, words, 'expected a text, or texts by language such as { "en": "…", "zh-CN": "…" }'),
  v.check((map) => Object.keys(map).length > 0, 'expected at least one language'),
);

/**
 * A text in one language or in several. Chosen by what came, where a union would name the label and not the one
 * language in it that is wrong.
 */
export const text = v.lazy<v.GenericSchema<unknown, Text>>((input) =>
  typeof input === 'string' ? words : languages,
);
