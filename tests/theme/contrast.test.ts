import { readFileSync } from 'node:fs';
import path from 'node:path';
import { printStylesheet } from '../../src/theme/stylesheet';
import { type Colour, modes, palettes, paper } from '../../src/theme/tokens';

/** Relative luminance and contrast as WCAG 2 defines them. */
function luminanceOf(hex: string): number {
  const channel = (at: number) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrastOf(one: string, other: string): number {
  const [dark, light] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const words: readonly (readonly [Colour, readonly Colour[]])[] = [
  ['ink', ['ground', 'card', 'sunk', 'jade-soft']],
  ['ink-2', ['ground', 'card', 'sunk', 'jade-soft']],
  ['ink-3', ['ground', 'card', 'sunk']],
  ['jade-text', ['ground', 'card', 'jade-soft']],
  ['on-jade', ['jade', 'jade-deep']],
  ['on-jade-2', ['jade', 'jade-deep']],
  ['gold-text', ['gold-soft', 'card']],
  ['danger', ['card', 'ground', 'danger-soft']],
  ['on-strip', ['strip']],
];

const shapes: readonly (readonly [Colour, readonly Colour[]])[] = [
  ['edge', ['card', 'ground']],
  ['jade-text', ['sunk', 'card']],
  ['ring-new', ['jade']],
];

const pairsOf = (table: typeof words) => table.flatMap(([front, backs]) => backs.map((back) => [front, back] as const));

describe.each(modes)('the colours of %s', (mode) => {
  const palette = palettes[mode];

  it.each(pairsOf(words))('let %s be read on %s at 4.5 or more', (front, back) => {
    expect(contrastOf(palette[front], palette[back])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairsOf(shapes))('let the shape of %s be seen on %s at 3.0 or more', (front, back) => {
    expect(contrastOf(palette[front], palette[back])).toBeGreaterThanOrEqual(3);
  });
});

describe('the formula', () => {
  it('gives 21 for black on white and 1 for a colour on itself', () => {
    expect(contrastOf('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
    expect(contrastOf('#0B6E4F', '#0B6E4F')).toBeCloseTo(1, 5);
  });

  it('keeps a code readable on the white paper that no theme darkens', () => {
    expect(contrastOf(paper['paper-ink'], paper['paper-white'])).toBeGreaterThanOrEqual(7);
    expect(contrastOf(paper['paper-ink-3'], paper['paper-white'])).toBeGreaterThanOrEqual(4.5);
  });
});

describe('the style sheet', () => {
  it('is what the tokens print, so that pages and tests speak of the same colours', () => {
    const kept = readFileSync(path.join(__dirname, '../../src/theme/tokens.scss'), 'utf8');
    const plainly = (css: string) => css.replace(/\s+/g, ' ').replace(/'/g, '"').toLowerCase();
    expect(plainly(kept)).toBe(plainly(printStylesheet()));
  });
});
