import type {
  Attribute,
  ClassMember,
  CssCustomProperty,
  CssPart,
  Event,
  Package,
} from 'custom-elements-manifest';
import ts from 'typescript';
import { attributeFields } from './attributes-table.ts';
import { detailOf } from './events-table.ts';
import { declarationOf, docOf, docOfField, fieldsOf, readSource } from './source.ts';
import { described } from './surface.ts';

const TAG = 'fourfold-survey';
const ELEMENT = 'FourfoldElement';
/** The module that makes the element known, from the package's folder. */
const MODULE = 'dist/widget/element.js';

/**
 * The custom elements manifest, for editors and documentation tools, from the code that the README's tables are
 * written from: what reads attributes and dispatches events is in other files than the element's class.
 *
 * @throws RangeError when something lacks its docstring
 */
export function customElements(): Package {
  const element = declarationOf(readSource('widget/fourfold-element.ts'), ELEMENT, ts.isInterfaceDeclaration);
  return {
    schemaVersion: '2.1.0',
    modules: [
      {
        kind: 'javascript-module',
        path: MODULE,
        declarations: [
          {
            kind: 'class',
            customElement: true,
            name: ELEMENT,
            tagName: TAG,
            superclass: { name: 'HTMLElement' },
            description: docOf(element),
            attributes: attributes(),
            members: members(element),
            events: events(),
            cssParts: described('csspart').map(({ name, description }): CssPart => ({ name, description })),
            cssProperties: described('cssprop').map(property),
          },
        ],
        exports: [
          { kind: 'custom-element-definition', name: TAG, declaration: { name: ELEMENT, module: MODULE } },
        ],
      },
    ],
  };
}

function attributes(): Attribute[] {
  return attributeFields().map(({ name, doc, type }) => ({
    name,
    description: doc,
    type: { text: typeOf(type) },
  }));
}

/** Every event has its name in the map of events. */
function events(): Event[] {
  const map = declarationOf(readSource('widget/events.ts'), 'FourfoldEventMap', ts.isInterfaceDeclaration);
  return fieldsOf(map).map((field) => ({
    name: field.name,
    description: docOfField(field, 'FourfoldEventMap'),
    type: { text: `CustomEvent<${detailOf(field.type)}>` },
  }));
}

function members(element: ts.InterfaceDeclaration): ClassMember[] {
  const fields = fieldsOf(element).map((field): ClassMember => ({
    kind: 'field',
    name: field.name,
    description: docOfField(field, ELEMENT),
    type: { text: typeOf(field.type) },
  }));
  const methods = element.members.filter(ts.isMethodSignature).map((method): ClassMember => ({
    kind: 'method',
    name: method.name.getText(),
    description: docOf(method),
    return: { type: { text: typeOf(method.type) } },
  }));
  return [...fields, ...methods];
}

function property({ name, description, fallback }: ReturnType<typeof described>[number]): CssCustomProperty {
  return { name, description, ...(fallback !== undefined && { default: fallback }) };
}

/** As it is written, without what an attribute does not have. */
function typeOf(type: ts.TypeNode | undefined): string {
  return (type?.getText() ?? 'string').replace(' | undefined', '').replace(/^readonly /, '');
}
