import { _$LH } from 'lit-html/private-ssr-support.js';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { parseFragment } from 'parse5';

/** Where a value goes: kinds and fields are those of Lit's compiled templates. */
export type TemplatePart =
  | { readonly type: 'child'; readonly index: number }
  | {
      readonly type: 'attribute' | 'property' | 'boolean' | 'event';
      /** Of the element, counting elements and comments in the order of the document. */
      readonly index: number;
      readonly name: string;
      /** What stands before, between and after its values. */
      readonly strings: readonly string[];
    };

/** A template as Lit makes it of its strings when it is first drawn. */
export interface CompiledTemplate {
  /** Without the bindings of attributes; `<?>` keeps the place of a child. */
  readonly markup: string;
  readonly parts: readonly TemplatePart[];
}

const SIGNS: Readonly<Record<string, 'property' | 'boolean' | 'event' | undefined>> = {
  '.': 'property',
  '?': 'boolean',
  '@': 'event',
};
const { boundAttributeSuffix, getTemplateHtml, marker, markerMatch } = _$LH;
const HTML = 1;

/**
 * Does beforehand what Lit does of a template in the browser, so that the page's thread need not.
 *
 * @param strings what stands between the values
 * @throws SyntaxError where a value stands where the widget's templates have none: in a comment, a tag's name, a style or
 * the text of a field
 * @example
 * compileTemplate(['<p class="a ', '">', '</p>']);
 * // { markup: '<p><?></p>', parts: [{ type: 'attribute', index: 0, name: 'class', strings: ['a ', ''] },
 * //   { type: 'child', index: 1 }] }
 */
export function compileTemplate(strings: readonly string[]): CompiledTemplate {
  const [html, names] = getTemplateHtml(Object.assign([...strings], { raw: strings }), HTML);
  const source = html as unknown as string; // Node has no trusted types
  const parts: TemplatePart[] = [];
  const cuts: { readonly from: number; readonly to: number; readonly put: string }[] = [];
  let bound = 0;
  let index = 0;

  for (const node of nodesOf(parseFragment(source, { sourceCodeLocationInfo: true }))) {
    if ('attrs' in node) {
      for (const { name, value } of node.attrs.filter(({ name }) => name.endsWith(boundAttributeSuffix))) {
        const [, sign = '', own = ''] = /^([.?@])?(.*)$/s.exec(names[bound++]) ?? [];
        parts.push({ type: SIGNS[sign] ?? 'attribute', index, name: own, strings: value.split(marker) });
        const { startOffset: from, endOffset: to } = node.sourceCodeLocation?.attrs?.[name] ?? NOWHERE;
        cuts.push({ from: from - 1, to, put: '' }); // with the space before it
      }
    } else if ('data' in node && node.data === markerMatch) {
      parts.push({ type: 'child', index });
      const { startOffset: from, endOffset: to } = node.sourceCodeLocation ?? NOWHERE;
      cuts.push({ from, to, put: '<?>' });
    }
    index++;
  }

  const markup = cuts.reduceRight(
    (text, { from, to, put }) => text.slice(0, from) + put + text.slice(to),
    source,
  );
  const found = parts.reduce((sum, part) => sum + (part.type === 'child' ? 1 : part.strings.length - 1), 0);
  if (found !== strings.length - 1 || markup.includes(marker))
    throw new SyntaxError(`compileTemplate: expected values as children and attributes only, in ${source}`);
  return { markup, parts };
}

const NOWHERE = { startOffset: NaN, endOffset: NaN };

/** Elements and comments below a node, in the order of the document. */
function* nodesOf(parent: Tree.ParentNode): Generator<Tree.Element | Tree.CommentNode> {
  for (const node of parent.childNodes) {
    if (node.nodeName === '#comment' || 'attrs' in node) yield node;
    if ('childNodes' in node) yield* nodesOf(node);
  }
}
