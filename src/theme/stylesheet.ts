import { colourOverrides, depth, motionMs, paper, plain, sizes } from './tokens';

type Pairs = readonly (readonly [string, string])[];

function printRule(selector: string, pairs: Pairs, indent = ''): string {
  const lines = pairs.map(([name, value]) => `${indent}  ${name}: ${value};`);
  return `${indent}${selector} {\n${lines.join('\n')}\n${indent}}`;
}

const variables = (values: Readonly<Record<string, string>>): Pairs =>
  Object.entries(values).map(([name, value]) => [`--${name}`, value] as const);

const sizesAt = (index: 0 | 1): Pairs => Object.entries(sizes).map(([name, pair]) => [`--${name}`, `${pair[index]}px`]);

/** Large numerals are thin; in large type a thin stroke is a weak one, so they gain weight. */
const numberWeight = (weight: number): Pairs => [['--w-number', String(weight)]];

/**
 * The whole of `tokens.scss`. WeChat has no `:root` and cannot set attributes on the page, so the modes are classes that each
 * screen's root view carries; the web sets the same classes on the document element.
 */
export function printStylesheet(): string {
  const roots = 'page,\nhtml,\n.theme-light';
  const still = Object.keys(motionMs).map((name) => [`--${name}`, '0ms'] as const);
  const motion = Object.entries(motionMs).map(([name, ms]) => [`--${name}`, `${ms}ms`] as const);
  return `${[
    '/* Printed from tokens.ts by config/print-tokens.ts: change that file, not this one. */',
    printRule(roots, [
      ['color-scheme', 'light'],
      ...variables(colourOverrides.light),
      ...variables(depth.light),
      ...variables(paper),
      ...sizesAt(0),
      ...numberWeight(300),
      ...variables(plain),
      ...motion,
    ]),
    printRule('.theme-dark', [['color-scheme', 'dark'], ...variables(colourOverrides.dark), ...variables(depth.dark)]),
    printRule('.type-large', [...variables(colourOverrides.large), ...sizesAt(1), ...numberWeight(400)]),
    printRule('.theme-dark.type-large', variables(colourOverrides['large-dark'])),
    `@media (prefers-reduced-motion: reduce) {\n${printRule('page,\n  html,\n  .theme-light,\n  .theme-dark', still, '  ')}\n}`,
  ].join('\n\n')}\n`;
}
