const fs = require('node:fs');
const path = require('node:path');
const postcss = require('postcss');

/** What config/flex-gap.js writes in place of a gap: `.box > view:not(:first-child)`, or `.box > view` where rows wrap. */
const IN_PLACE_OF_GAP = /^(.+) > (view|text|image|input|textarea|scroll-view)(:not\(:first-child\))?$/;
const MARGIN = /^margin(-(top|left|right|bottom))?$/;
const SIDES = ['top', 'right', 'bottom', 'left'];

function sidesOf({ prop, value }) {
  const side = prop.slice('margin-'.length);
  if (side) return { [side]: value };
  const [top, right = top, bottom = top, left = right] = value.split(/\s+/);
  return { top, right, bottom, left };
}
const isNothing = (value) => /^(0\w*|inherit|initial)$/.test(value);

/** By selector, what the rule says of margins: those in place of a gap, and all others that keep something free. */
function marginsIn(folder, sheets) {
  const gaps = [];
  const own = [];
  for (const sheet of sheets) {
    const tree = postcss.parse(fs.readFileSync(path.join(folder, sheet), 'utf8'));
    tree.walkRules((rule) => {
      const said = Object.assign({}, ...rule.nodes.filter(({ prop }) => MARGIN.test(prop)).map(sidesOf));
      if (Object.keys(said).length === 0) return;
      for (const selector of rule.selectors) {
        const [, box, tag, notFirst] = IN_PLACE_OF_GAP.exec(selector) ?? [];
        if (box) gaps.push({ selector, box, tag, notFirst: Boolean(notFirst), said });
        else own.push({ selector, said });
      }
    });
  }
  return { gaps, own };
}

const matches = (element, selector) => {
  try {
    return element.matches(selector);
  } catch {
    return false; // names a tag or a state of WeChat's that jsdom has not
  }
};

/** The rules whose margin would be lost where a gap has `said` its own, each with the sides. */
const rivals = (own, said) =>
  own
    .map(({ selector, said: theirs }) => ({
      selector,
      sides: SIDES.filter((side) => said[side] && theirs[side] && !isNothing(theirs[side])),
      theirs,
    }))
    .filter(({ sides }) => sides.length > 0);

/** Items of a gap that have a margin of their own on the side that the gap takes: one of the two is lost. */
function lostMargins(view, { gaps, own }) {
  const lost = new Set();
  for (const { box, notFirst, said } of gaps) {
    const items = [...view.querySelectorAll(box)].flatMap((one) => [...one.children].slice(notFirst ? 1 : 0));
    if (items.length === 0) continue;
    for (const { selector, sides, theirs } of rivals(own, said))
      if (items.some((item) => matches(item, selector)))
        for (const side of sides)
          lost.add(`${selector} has margin-${side} ${theirs[side]} inside ${box}, whose gap is ${said[side]}`);
  }
  return [...lost];
}

module.exports = { marginsIn, lostMargins };
