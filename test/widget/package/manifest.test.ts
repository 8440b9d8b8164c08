import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv, type AnySchema } from 'ajv';
import type { CustomElementDeclaration, Package } from 'custom-elements-manifest';
import { beforeAll, describe, expect, it } from 'vitest';
import { attributeFields } from '../../support/docs/attributes-table.ts';
import { partsWritten } from '../../support/docs/parts-table.ts';
import { propertiesRead } from '../../support/docs/properties-table.ts';
import { ROOT } from '../../support/docs/root.ts';

const namesOf = (list: readonly { name: string }[] = []) => list.map(({ name }) => name).sort();

let manifest: Package;
let element: CustomElementDeclaration;

beforeAll(() => {
  manifest = JSON.parse(readFileSync(join(ROOT, 'dist/custom-elements.json'), 'utf8')) as Package; // checked below
  element = manifest.modules[0].declarations?.[0] as CustomElementDeclaration; // the only one
});

describe('dist/custom-elements.json', () => {
  it('has the form that its schema asks for', () => {
    const schema = createRequire(import.meta.url)('custom-elements-manifest/schema.json') as AnySchema; // its main file
    const ajv = new Ajv({ strict: false });
    expect(ajv.validate(schema, manifest), ajv.errorsText()).toBe(true);
  });

  it('names the element, and the module that makes it known', () => {
    const { path, exports } = manifest.modules[0];
    expect(element.tagName).toBe('fourfold-survey');
    expect(exports).toEqual([
      expect.objectContaining({ kind: 'custom-element-definition', name: 'fourfold-survey' }),
    ]);
    expect(readFileSync(join(ROOT, path), 'utf8')).toContain('fourfold-survey');
  });

  it('names the attributes that the README lists, each with its type and meaning', () => {
    expect(namesOf(element.attributes)).toEqual(namesOf(attributeFields()));
    for (const { type, description } of element.attributes ?? []) {
      expect(type?.text).toMatch(/\w/);
      expect(description).toMatch(/\w/);
    }
  });

  it('types every event by what it carries', () => {
    const types = Object.fromEntries((element.events ?? []).map(({ name, type }) => [name, type.text]));
    expect(types).toEqual({
      'fourfold-shown': 'CustomEvent<AnswerDetail>',
      'fourfold-answer': 'CustomEvent<AnswerDetail>',
      'fourfold-completed': 'CustomEvent<AnswerDetail>',
      'fourfold-dismissed': 'CustomEvent<AnswerDetail>',
      'fourfold-delivered': 'CustomEvent<AnswerDetail>',
      'fourfold-rejected': 'CustomEvent<RejectedDetail>',
      'fourfold-storage': 'CustomEvent<StorageDetail>',
    });
  });

  it('names the parts that the templates write, and the properties that the styles read', () => {
    expect(namesOf(element.cssParts)).toEqual(partsWritten());
    expect(namesOf(element.cssProperties)).toEqual([...propertiesRead().keys()].sort());
  });

  it('names what a script can ask of the element', () => {
    expect(namesOf(element.members)).toEqual(['hide', 'locale', 'updateComplete']);
  });
});
