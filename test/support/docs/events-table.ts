import ts from 'typescript';
import { declarationOf, docOfField, fieldsOf, readSource } from './source.ts';
import { code, phrase, table } from './table.ts';

/** Every event of the element: when it is sent, and what its `detail` carries. */
export function eventsTable(): string {
  const source = readSource('widget/events.ts');
  const map = declarationOf(source, 'FourfoldEventMap', ts.isInterfaceDeclaration);
  const rows = fieldsOf(map).map((field) => [
    code(field.name),
    phrase(docOfField(field, 'FourfoldEventMap')),
    detailFields(source, detailOf(field.type)).map(code).join(', '),
  ]);
  return table(['event', 'when', '`detail`'], rows, 2);
}

/** Name of the type between the brackets of `CustomEvent<…>`. */
export function detailOf(type: ts.TypeNode | undefined): string {
  const detail = type && ts.isTypeReferenceNode(type) ? type.typeArguments?.[0] : undefined;
  if (detail === undefined) throw new TypeError('detailOf: expected CustomEvent with the type of its detail');
  return detail.getText();
}

/** Fields of an interface, those that it inherits first. */
function detailFields(source: ts.SourceFile, name: string): string[] {
  const detail = declarationOf(source, name, ts.isInterfaceDeclaration);
  const inherited = (detail.heritageClauses ?? []).flatMap(({ types }) =>
    types.flatMap(({ expression }) => detailFields(source, expression.getText())),
  );
  return [...inherited, ...fieldsOf(detail).map((field) => field.name)];
}
