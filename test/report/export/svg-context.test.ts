import { describe, expect, it } from 'vitest';
import { SvgContext } from '../../../report/export/svg-context.ts';

const measuring = { font: '', measureText: (text: string) => ({ width: text.length }) };

function context(): SvgContext {
  return new SvgContext({}, measuring as unknown as CanvasRenderingContext2D); // it asks for nothing else
}

describe('SvgContext', () => {
  it('writes a line with its look', () => {
    const drawing = context();
    drawing.strokeStyle = '#c23b08';
    drawing.lineWidth = 2;
    drawing.setLineDash([2, 3]);
    drawing.beginPath();
    drawing.moveTo(1, 2);
    drawing.lineTo(3, 4);
    drawing.stroke();
    expect(drawing.markup()).toBe(
      '<path d="M1 2L3 4" fill="none" stroke="#c23b08" stroke-width="2" stroke-dasharray="2 3"/>',
    );
  });

  it('moves, turns and scales what is drawn after', () => {
    const drawing = context();
    drawing.translate(10, 20);
    drawing.rotate(Math.PI / 2);
    drawing.scale(2, 2);
    drawing.fillRect(0, 0, 1, 3);
    expect(drawing.markup()).toContain('d="M10 20L10 22L4 22L4 20Z"');
  });

  it('restores styles, place, dashes and clip', () => {
    const drawing = context();
    drawing.save();
    drawing.translate(5, 5);
    drawing.fillStyle = 'red';
    drawing.globalAlpha = 0.5;
    drawing.setLineDash([1]);
    drawing.beginPath();
    drawing.rect(0, 0, 9, 9);
    drawing.clip();
    drawing.restore();
    drawing.strokeRect(0, 0, 1, 1);
    expect(drawing.markup()).toMatch(
      /<path d="M0 0L1 0L1 1L0 1Z" fill="none" stroke="#000" stroke-width="1"\/>$/,
    );
    expect(drawing.getLineDash()).toEqual([]);
  });

  it('does nothing when there is nothing to restore', () => {
    const drawing = context();
    drawing.restore();
    drawing.fillRect(0, 0, 1, 1);
    expect(drawing.markup()).toContain('M0 0');
  });

  it('clips what is drawn inside', () => {
    const drawing = context();
    drawing.beginPath();
    drawing.rect(0, 0, 2, 2);
    drawing.clip();
    drawing.fillRect(0, 0, 5, 5);
    expect(drawing.markup()).toBe(
      '<defs><clipPath id="clip-0"><path d="M0 0L2 0L2 2L0 2Z"/></clipPath></defs>' +
        '<path d="M0 0L5 0L5 5L0 5Z" fill="#000" clip-path="url(#clip-0)"/>',
    );
  });

  it('draws a whole circle as two halves', () => {
    const drawing = context();
    drawing.beginPath();
    drawing.arc(0, 0, 5, 0, 2 * Math.PI);
    drawing.fill();
    expect(drawing.markup()).toContain('d="M5 0A5 5 0 0 1 -5 0A5 5 0 0 1 5 0"');
  });

  it('writes text with its font, place and transparency, as text', () => {
    const drawing = context();
    drawing.font = "normal 600 11.5px/1.2 'Noto Sans', sans-serif";
    drawing.textAlign = 'right';
    drawing.textBaseline = 'middle';
    drawing.globalAlpha = 0.5;
    drawing.fillText('<满意>', 7, 8);
    expect(drawing.markup()).toBe(
      `<text x="7" y="8" font-size="11.5" font-weight="600" font-family="'Noto Sans', sans-serif" ` +
        'text-anchor="end" dominant-baseline="central" opacity="0.5" fill="#000">&lt;满意&gt;</text>',
    );
  });

  it('measures in the font in force', () => {
    const drawing = context();
    drawing.font = '13px serif';
    expect(drawing.measureText('four').width).toBe(4);
    expect(measuring.font).toBe('13px serif');
  });

  it('forgets what was cleared', () => {
    const drawing = context();
    drawing.fillRect(0, 0, 1, 1);
    drawing.clearRect();
    expect(drawing.markup()).toBe('');
  });
});
