import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from './root.ts';

/** A member of an interface, as its docstring tells of it. */
export interface Field {
  readonly name: string;
  readonly optional: boolean;
  /** In one line; empty where there is none. */
  readonly doc: string;
  readonly type: ts.TypeNode | undefined;
}

/** A tag of a docstring, such as `@csspart card - the whole prompt`. */
export interface DocTag {
  readonly name: string;
  readonly text: string;
}

/** Parses a file of the repository. */
export function readSource(path: string): ts.SourceFile {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
}

/** The interface, class or type by a name that the file declares at its top. */
export function declarationOf<T extends ts.DeclarationStatement>(
  source: ts.SourceFile,
  name: string,
  is: (node: ts.Node) => node is T,
): T {
  const found = source.statements.filter(is).find((node) => node.name?.getText() === name);
  if (found === undefined) throw new RangeError(`declarationOf: ${source.fileName} declares no ${name}`);
  return found;
}

/** The members that an interface declares itself. */
export function fieldsOf(declaration: ts.InterfaceDeclaration): Field[] {
  return declaration.members.filter(ts.isPropertySignature).map((member) => ({
    name: ts.isStringLiteral(member.name) ? member.name.text : member.name.getText(),
    optional: member.questionToken !== undefined,
    doc: docOf(member),
    type: member.type,
  }));
}

/** What a docstring says before its tags, in one line; a link to a constant of the same file becomes its value. */
export function docOf(node: ts.Node): string {
  const doc = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1);
  const { comment } = doc ?? {};
  if (comment === undefined) return '';
  if (typeof comment === 'string') return oneLine(comment);
  return oneLine(
    comment
      .map((part) =>
        ts.isJSDocLink(part) ? valueOf(node.getSourceFile(), part.name?.getText() ?? '') : part.text,
      )
      .join(''),
  );
}

/** The same, where there must be one. */
export function docOfField({ name, doc }: Field, owner: string): string {
  if (doc === '') throw new RangeError(`${owner}.${name} has no docstring`);
  return doc;
}

/** All tags of a declaration's docstring, in order. */
export function tagsOf(node: ts.Node): DocTag[] {
  return ts.getJSDocTags(node).map((tag) => ({
    name: tag.tagName.text,
    text: ts.getTextOfJSDocComment(tag.comment) ?? '',
  }));
}

/** A constant's number, or the words of its list. */
function valueOf(source: ts.SourceFile, name: string): string {
  const declared = source.statements
    .filter(ts.isVariableStatement)
    .flatMap((statement) => [...statement.declarationList.declarations])
    .find((declaration) => declaration.name.getText() === name);
  let value = declared?.initializer;
  if (value && ts.isAsExpression(value)) value = value.expression;
  if (value && ts.isNumericLiteral(value)) return value.text;
  if (value && ts.isArrayLiteralExpression(value))
    return value.elements
      .filter(ts.isStringLiteral)
      .map(({ text }) => `\`${text}\``)
      .join(', ');
  throw new RangeError(`valueOf: ${source.fileName} has no constant ${name} that can be written out`);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
