/**
 * `gap` between flex items does nothing below iOS 14.5. A style sheet says `gap`, as CSS does, in the rule that says `display`, and
 * in the mini-program margins do it. Between an element and a bare text there is nothing to give a margin: such a text stands in
 * a `View`. A postcss plugin, JavaScript because Taro loads it untranspiled.
 */
const TAGS = ['view', 'text', 'image', 'input', 'textarea', 'scroll-view'];
const GAPS = /^(-webkit-|-moz-|grid-)?(row-|column-)?gap$/;

/** The last value of each property of a rule. */
const valuesOf = (rule) =>
  Object.fromEntries(rule.nodes.filter(({ type }) => type === 'decl').map(({ prop, value }) => [prop, value]));

/** `a calc(b c)` is two words. */
const words = (value = '') => value.match(/(?:[^\s()]|\([^()]*(?:\([^()]*\)[^()]*)*\))+/g) ?? [];

function gapsOf(values) {
  const [row, column = row] = words(values.gap);
  return { row: values['row-gap'] ?? row ?? '0', column: values['column-gap'] ?? column ?? '0' };
}

/** What a box keeps free on its right and below, by `margin` or `padding`. */
function edgeOf(values, property) {
  const [top = '0', right = top, bottom = top] = words(values[property]);
  return { right: values[`${property}-right`] ?? right, bottom: values[`${property}-bottom`] ?? bottom };
}

const isNothing = (length) => /^0[a-z]*$/.test(length);
const less = (length, by) => `calc(${isNothing(length) ? '0px' : length} - ${by})`;

/** Every item keeps its distance on the right and below, and the box takes that back at its own edge. */
function wrapItems(rule, values, { row, column }, items) {
  const hasFace = ['background', 'background-color', 'border', 'padding', 'box-shadow'].some((name) => name in values);
  const property = hasFace ? 'padding' : 'margin';
  const edge = edgeOf(values, property);
  for (const [side, gap] of [
    ['right', column],
    ['bottom', row],
  ]) {
    if (isNothing(gap) || edge[side] === 'auto') continue;
    rule.append({ prop: `${property}-${side}`, value: less(edge[side], gap) });
    items.append({ prop: `margin-${side}`, value: gap });
  }
}

const spread = (selectors, tags, ending) =>
  selectors.flatMap((selector) => tags.map((tag) => `${selector} > ${tag}${ending}`));

function replaceGap(rule, tags, Rule) {
  const values = valuesOf(rule);
  if (!/flex/.test(values.display ?? '')) return;
  const gaps = gapsOf(values);
  rule.walkDecls(GAPS, (gap) => void gap.remove());
  const wraps = /^wrap/.test(values['flex-wrap'] ?? '') || /\bwrap\b/.test(values['flex-flow'] ?? '');
  const isColumn = /^column/.test(values['flex-direction'] ?? '');
  const items = new Rule({ selectors: spread(rule.selectors, tags, wraps ? '' : ':not(:first-child)') });
  if (wraps) wrapItems(rule, values, gaps, items);
  else {
    const [side, other] = isColumn ? ['top', 'left'] : ['left', 'top'];
    items.append({ prop: `margin-${side}`, value: isColumn ? gaps.row : gaps.column });
    // Inside a media query the rule outside may have said the other one.
    if (rule.parent.type === 'atrule') items.append({ prop: `margin-${other}`, value: '0' });
  }
  if (items.nodes.length > 0) rule.after(items);
}

module.exports = ({ tags = TAGS } = {}) => ({
  postcssPlugin: 'flex-gap',
  OnceExit(root, { Rule }) {
    const rules = new Set();
    root.walkDecls(GAPS, (gap) => void rules.add(gap.parent));
    for (const rule of rules) replaceGap(rule, tags, Rule);
  },
});
module.exports.postcss = true;
