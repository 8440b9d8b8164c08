import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compileFunction } from 'node:vm';
import ts from 'typescript';
import { readSource } from './source.ts';
import { ROOT } from './root.ts';

/** An `@example` of a docstring whose last line is `expression // value`. */
export interface Example {
  readonly path: string;
  /** Statements and the expression. */
  readonly code: string;
  /** As it is written; empty where the example gives none. */
  readonly value: string;
}

/** Every example in the docstrings of a folder. */
export function examplesBelow(folder: string): Example[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .flatMap((path) => examplesOf(join(folder, path)));
}

function examplesOf(path: string): Example[] {
  const found: Example[] = [];
  const source = readSource(path);
  const visit = (node: ts.Node): void => {
    for (const tag of ts.getJSDocTags(node)) {
      if (tag.tagName.text !== 'example' || tag.parent.parent !== node) continue;
      const text = (ts.getTextOfJSDocComment(tag.comment) ?? '').trim();
      const end = parse(text).statements.at(-1)?.end ?? 0;
      const [comment] = ts.getTrailingCommentRanges(text, end) ?? [];
      const value = comment ? text.slice(comment.pos + 2, comment.end).trim() : '';
      found.push({ path, code: text.slice(0, end), value });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** What a module's examples can name: what it exports, and what it imports as a value. */
export async function scopeOf(path: string): Promise<Record<string, unknown>> {
  const scope: Record<string, unknown> = {};
  for (const { importClause, moduleSpecifier } of readSource(path).statements.filter(
    ts.isImportDeclaration,
  )) {
    if (
      !importClause ||
      importClause.phaseModifier === ts.SyntaxKind.TypeKeyword ||
      !ts.isStringLiteral(moduleSpecifier)
    )
      continue;
    const { text } = moduleSpecifier;
    const target = text.startsWith('.') ? join(ROOT, dirname(path), text) : text;
    const module = (await import(/* @vite-ignore */ target)) as Record<string, unknown>; // a namespace
    const bindings = importClause.namedBindings;
    if (bindings && ts.isNamespaceImport(bindings)) scope[bindings.name.text] = module;
    else Object.assign(scope, module);
  }
  const own = (await import(/* @vite-ignore */ join(ROOT, path))) as Record<string, unknown>; // a namespace
  return { ...scope, ...own };
}

/** Names in a text that neither it declares nor the scope or the language has. */
export function freeNames(text: string, scope: Readonly<Record<string, unknown>>): string[] {
  const used = new Set<string>();
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) used.add(node.text);
    if (ts.isPropertyAccessExpression(node)) visit(node.expression);
    else if (ts.isPropertyAssignment(node)) visit(node.initializer);
    else if (!ts.isTypeNode(node)) ts.forEachChild(node, visit);
    const declares = ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node);
    if (declares && ts.isIdentifier(node.name)) declared.add(node.name.text);
  };
  visit(parse(text));
  return [...used].filter(
    (name) =>
      name !== 'undefined' && !declared.has(name) && !Object.hasOwn(scope, name) && !(name in globalThis),
  );
}

/** What the last expression of a text gives. @throws SyntaxError when the text is no code */
export function run(text: string, scope: Readonly<Record<string, unknown>>): unknown {
  const last = parse(text).statements.at(-1);
  const begin = last?.getStart() ?? 0;
  const body = `${text.slice(0, begin)} return (${text.slice(begin).replace(/;\s*$/, '')});`;
  const { outputText } = ts.transpileModule(body, { compilerOptions: { target: ts.ScriptTarget.ES2022 } });
  return (compileFunction(outputText, Object.keys(scope)) as (...values: unknown[]) => unknown)(
    ...Object.values(scope),
  ); // a function of these names
}

function parse(text: string): ts.SourceFile {
  return ts.createSourceFile('example.ts', text, ts.ScriptTarget.ES2022, true);
}
