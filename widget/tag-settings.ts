import type { SurveySettings } from './survey-settings.ts';

/**
 * What a tag asks for, one entry for each survey that it names: a script by its `data-` attributes, an element by its
 * attributes. All stand in `when` too, so that what nobody knows is found there.
 */
export function* tagSettings(tag: Element): Generator<SurveySettings> {
  const isScript = tag.localName === 'script';
  const when: Record<string, unknown> = isScript ? {} : { placement: 'inline' };
  const context: Record<string, unknown> = {};
  for (const { name: attribute, value } of tag.attributes) {
    const [, isData, isContext, kebab] = /^(data-)?(context-)?(.*)/.exec(attribute) as unknown as string[]; // always matches
    const name = kebab.replace(/-./g, (letter) => letter[1].toUpperCase());
    if (!isData === isScript) continue;
    if (isContext) context[name] = value;
    else when[name] = valueOf(value);
  }
  Object.assign(context, when.context);
  for (const survey of String(when.survey).trim().split(/\s+/)) yield { ...when, survey, context, when };
}

/** A number, true, false or JSON where it is one, else the text; an attribute without a value is true. */
function valueOf(text: string): unknown {
  try {
    // Most are words: a fault that is thrown for each takes longer than all the rest.
    return /[\d"[{]|e$/.test(text) ? JSON.parse(text) : text || true;
  } catch {
    return text; // SyntaxError: a word
  }
}
