import { describe, expect, it } from 'vitest';
import { svgDocument, svgElement, xmlText } from '../../../report/export/svg-markup.ts';

describe('xmlText', () => {
  it.each([
    ['a < b & "c" > d', 'a &lt; b &amp; &quot;c&quot; &gt; d'],
    ['</text><script>', '&lt;/text&gt;&lt;script&gt;'],
    ['满意 😀\n', '满意 😀\n'],
    ['nul \0 bell \x07 half \uD800 end', 'nul \uFFFD bell \uFFFD half \uFFFD end'],
  ])('writes %j as XML may hold it', (text, written) => {
    expect(xmlText(text)).toBe(written);
  });
});

describe('svgElement', () => {
  it('leaves out what is undefined, and rounds to a hundredth', () => {
    expect(svgElement('line', { x1: 1 / 3, x2: 2, stroke: undefined })).toBe('<line x1="0.33" x2="2"/>');
  });

  it('escapes attributes and keeps markup inside', () => {
    expect(svgElement('g', { id: '"><x' }, '<line/>')).toBe('<g id="&quot;&gt;&lt;x"><line/></g>');
  });
});

describe('svgDocument', () => {
  it('has a size and a frame of the same size', () => {
    expect(svgDocument(20, 10, '')).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10" viewBox="0 0 20 10"/>',
    );
  });
});
