import type { Node, TaggedTemplateExpression } from 'estree';
import { walk } from 'estree-walker';
import MagicString from 'magic-string';
import type { Plugin } from 'vite';
import type { TemplatePart } from './compile-template.ts';
import { compileTemplate } from './compile-template.ts';

/** Names that the bundled Lit gives to its parts of attributes; see `slim-lit.ts`. */
const CONSTRUCTORS = {
  attribute: 'AttributePart',
  property: 'PropertyPart',
  boolean: 'BooleanAttributePart',
  event: 'EventPart',
} as const;

/** A node, with where it stands. */
type Placed<T> = T & { readonly start: number; readonly end: number };

/**
 * Writes Lit's templates as Lit would make them of their strings in the browser.
 *
 * @see https://github.com/lit/lit/tree/main/packages/labs/compiler for the form
 */
export function compiledTemplates(): Plugin {
  return {
    name: 'fourfold-compiled-templates',
    transform(code, id) {
      if (!/\/widget\/.*\.ts(\?|$)/.test(id) || !code.includes('html`')) return null;
      const text = new MagicString(code);
      const templates: string[] = [];
      walk(this.parse(code) as Node, {
        enter(node) {
          if (node.type !== 'TaggedTemplateExpression') return;
          if (node.tag.type === 'Identifier' && node.tag.name === 'html')
            templates.push(replace(node, text, templates.length));
        },
      });
      // Before all else: some modules draw while they load.
      const names = ['compiled', ...Object.values(CONSTRUCTORS)];
      text.prepend(`import { ${names.join(', ')} } from 'lit/html.js';\n${templates.join('\n')}\n`);
      return { code: text.toString(), map: text.generateMap({ hires: true }) };
    },
  };
}

/** Puts the values in place of the template. @returns the template's own line */
function replace(node: TaggedTemplateExpression, text: MagicString, n: number): string {
  const { start, end } = node as Placed<TaggedTemplateExpression>;
  const { quasis, expressions } = node.quasi;
  const { markup, parts } = compileTemplate(quasis.map(({ value }) => value.cooked ?? ''));
  const name = `compiledTemplate${n}`;
  const values = expressions as Placed<Node>[];
  let from = start;
  values.forEach((value, i) => {
    text.overwrite(from, value.start, i === 0 ? `({ _$litType$: ${name}, values: [` : ', ');
    from = value.end;
  });
  text.overwrite(from, end, values.length === 0 ? `({ _$litType$: ${name}, values: [] })` : '] })');
  return `const ${name} = { h: compiled\`${markup.replace(/[\\`$]/g, '\\$&')}\`, parts: [${parts.map(written).join(', ')}] };`;
}

function written(part: TemplatePart): string {
  if (part.type === 'child') return `{ type: 2, index: ${part.index} }`;
  const { type, index, name, strings } = part;
  return `{ type: 1, index: ${index}, name: ${JSON.stringify(name)}, strings: ${JSON.stringify(strings)}, ctor: ${CONSTRUCTORS[type]} }`;
}
