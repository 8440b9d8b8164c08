import ts from 'typescript';
import { declarationOf, readSource, tagsOf } from './source.ts';

/** A part or a custom property, as the docstring of the element's class describes it. */
export interface Described {
  readonly name: string;
  readonly description: string;
  /** By day; undefined where the docstring leaves it to its description. */
  readonly fallback: string | undefined;
}

/** `name - description` or `[name=default] - description`. */
const FORM = /^(?:\[([\w-]+)=([^\]]+)\]|([\w-]+)) - (.+)$/;

/** What a docstring tag of the element's class describes, in its order. */
export function described(tag: 'csspart' | 'cssprop'): Described[] {
  const element = declarationOf(
    readSource('widget/prompt/fourfold-survey.ts'),
    'FourfoldSurvey',
    ts.isClassDeclaration,
  );
  return tagsOf(element)
    .filter(({ name }) => name === tag)
    .map(({ text }) => {
      const found = FORM.exec(text.trim());
      if (!found) throw new RangeError(`described: expected "@${tag} name - description", got "${text}"`);
      const [, withDefault, fallback, plain, description] = found;
      return { name: withDefault ?? plain, description, fallback };
    });
}
