import type { SurveySettings } from './survey-settings.ts';

/** Fields of `when` that hold lists; as an attribute they are separated by spaces. */
const LISTS: readonly string[] = ['url', 'notUrl'];

/**
 * What a tag asks for, one entry for each survey that it names: a script by its `data-` attributes, an element by its
 * attributes. What is neither ours nor context overrides a field of `when`.
 */
export function tagSettings(tag: Element): SurveySettings[] {
  const fields: Record<string, string> = {};
  for (const { name, value } of tag.attributes) {
    fields[name.replace(/^data-/, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())] = value;
  }
  const {
    survey = '',
    endpoint,
    locale,
    placement,
    target,
    receipt,
    page,
    colorScheme,
    context,
    ...rest
  } = fields;
  const when: Record<string, unknown> = {};
  const given: Record<string, unknown> = Object.assign({}, valueOf(context ?? '{}'));
  for (const name in rest) {
    const own = /^context([A-Z])(.*)/.exec(name);
    if (own) given[own[1].toLowerCase() + own[2]] = rest[name];
    else when[name] = LISTS.includes(name) ? listOf(rest[name]) : valueOf(rest[name]);
  }
  return survey
    .split(/\s+/)
    .filter(Boolean)
    .map((survey) => ({
      survey,
      endpoint,
      locale,
      placement: placement ?? (tag.localName === 'script' ? undefined : 'inline'),
      target,
      receipt,
      page,
      colorScheme,
      context: given,
      when: when, // what an owner writes in attributes; eligibility and triggers ask only what they know
    }));
}

/** A number, a boolean or JSON where it is one, else the text; an attribute without a value is true. */
function valueOf(text: string): unknown {
  try {
    return text === '' || JSON.parse(text);
  } catch {
    return text; // SyntaxError: a word
  }
}

function listOf(text: string): unknown {
  return text.startsWith('[') ? valueOf(text) : text.split(/\s+/);
}
