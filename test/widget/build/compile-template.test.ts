import { describe, expect, it } from 'vitest';
import { compileTemplate } from '../../../widget/build/compile-template.ts';

/** The values do not matter. */
const compiled: (strings: TemplateStringsArray, ...values: unknown[]) => unknown = (strings) =>
  compileTemplate(strings);
const v = undefined;

// Indices count elements and comments in the order of the document, as the TreeWalker of lit-html does.
describe('compileTemplate', () => {
  it('keeps a text without values as it is', () => {
    expect(compiled`<svg viewBox="0 0 12 12"><path d="M2 6" /></svg>`).toEqual({
      markup: '<svg viewBox="0 0 12 12"><path d="M2 6" /></svg>',
      parts: [],
    });
  });

  it('keeps the place of a child by a comment, and ends with one, for what a last child is put before', () => {
    expect(compiled`${v}`).toEqual({ markup: '<?><?>', parts: [{ type: 'child', index: 0 }] });
    expect(compiled`<p>a ${v}<b>${v}</b></p>${v}`).toEqual({
      markup: '<p>a <?><b><?></b></p><?><?>',
      parts: [
        { type: 'child', index: 1 },
        { type: 'child', index: 3 },
        { type: 'child', index: 4 },
      ],
    });
  });

  it('takes each kind of attribute out of the tag and keeps the case of its name', () => {
    expect(
      compiled`<input type="radio" name=${v} .defaultValue=${v} ?required=${v} @change=${v} /><i></i>`,
    ).toEqual({
      markup: '<input type="radio" /><i></i>',
      parts: [
        { type: 'attribute', index: 0, name: 'name', strings: ['', ''] },
        { type: 'property', index: 0, name: 'defaultValue', strings: ['', ''] },
        { type: 'boolean', index: 0, name: 'required', strings: ['', ''] },
        { type: 'event', index: 0, name: 'change', strings: ['', ''] },
      ],
    });
  });

  it('keeps what stands between the values of one attribute', () => {
    expect(compiled`<div><p class="a ${v} b${v}" lang="en">${v}</p></div>`).toEqual({
      markup: '<div><p lang="en"><?></p></div>',
      parts: [
        { type: 'attribute', index: 1, name: 'class', strings: ['a ', ' b', ''] },
        { type: 'child', index: 2 },
      ],
    });
  });

  it('counts comments of the template', () => {
    expect(compiled`<!-- a --><p id=${v}></p>`).toMatchObject({ parts: [{ index: 1, name: 'id' }] });
  });

  it('counts as the parser of HTML does, which puts a body into a table', () => {
    expect(compiled`<table><tr id=${v}></tr></table>`).toMatchObject({ parts: [{ index: 2, name: 'id' }] });
  });

  it.each([
    ['a comment', compileTemplate.bind(null, ['<!-- ', ' -->'])],
    ['the text of a field', compileTemplate.bind(null, ['<textarea>', '</textarea>'])],
    ['a style', compileTemplate.bind(null, ['<style>p { color: ', '}</style>'])],
    ['a tag', compileTemplate.bind(null, ['<p ', '></p>'])],
  ])('refuses a value in %s', (_, compile) => {
    expect(compile).toThrow(/compileTemplate: expected values as children and attributes only/);
  });
});
