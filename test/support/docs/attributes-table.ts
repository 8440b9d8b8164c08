import ts from 'typescript';
import type { Field } from './source.ts';
import { declarationOf, docOfField, fieldsOf, readSource } from './source.ts';
import { code, phrase, table } from './table.ts';

const SETTINGS = { path: 'widget/survey-settings.ts', name: 'SurveySettings' };
const WHEN = { path: 'shared/questionnaire/questionnaire.ts', name: 'When' };

/** Every attribute of a tag: settings of one survey, then the fields of `when`. */
export function attributesTable(): string {
  return table(
    ['attribute', 'meaning'],
    attributes().map(([name, meaning]) => [code(name), meaning]),
    3,
  );
}

/** Names in kebab case, with what they mean. */
export function attributes(): [name: string, meaning: string][] {
  return attributeFields().map(({ name, doc }) => [name, phrase(doc)]);
}

/** The fields behind the attributes, by the names that these have in markup. */
export function attributeFields(): Field[] {
  return [SETTINGS, WHEN].flatMap(({ path, name: owner }) => {
    const fields = fieldsOf(declarationOf(readSource(path), owner, ts.isInterfaceDeclaration));
    return fields
      .filter(({ name }) => name !== 'when') // its fields are attributes of their own
      .map((field) => ({ ...field, name: kebab(field.name), doc: docOfField(field, owner) }));
  });
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
