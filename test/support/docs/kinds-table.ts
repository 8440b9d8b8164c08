import ts from 'typescript';
import type { Field } from './source.ts';
import { declarationOf, docOf, fieldsOf, readSource } from './source.ts';
import { code, phrase, table } from './table.ts';

/** Every kind of question, what it asks, and its fields. */
export function kindsTable(): string {
  const source = readSource('shared/questionnaire/questionnaire.ts');
  const union = declarationOf(source, 'Question', ts.isTypeAliasDeclaration).type;
  if (!ts.isUnionTypeNode(union)) throw new TypeError('kindsTable: expected Question to be a union');
  const base = declarationOf(source, 'QuestionBase', ts.isInterfaceDeclaration);
  const kinds = union.types.map((member) => {
    const kind = declarationOf(source, member.getText(), ts.isInterfaceDeclaration);
    const [first, ...fields] = fieldsOf(kind);
    const literal = first.type && ts.isLiteralTypeNode(first.type) ? first.type.literal : undefined;
    if (first.name !== 'kind' || !literal || !ts.isStringLiteral(literal))
      throw new TypeError(`kindsTable: expected ${kind.name.text} to begin with its kind`);
    return [code(literal.text), phrase(docOf(kind)), fields.map(field).join(', ')];
  });
  const all = ['all', phrase(docOf(base)), fieldsOf(base).map(field).join(', ')];
  return table(['kind', 'what it asks', 'fields (`?`: may be left out)'], [...kinds, all]);
}

function field({ name, optional, doc }: Field): string {
  return `${code(name + (optional ? '?' : ''))}${doc ? ` (${phrase(doc)})` : ''}`;
}
