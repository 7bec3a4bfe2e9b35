import { appendFileSync } from 'node:fs';
import path from 'node:path';
import postcss from 'postcss';
import { listFiles, read } from './files.mjs';

const GAP = /^(-webkit-|-moz-|grid-)?(row-|column-)?gap$/;

const namesOf = (rule) => rule.selectors.map((selector) => selector.trim());

/** The selectors that some rule of the package lays out as a grid: there a gap is as old as the grid itself. */
function gridsIn(sheets) {
  const grids = new Set();
  for (const { tree } of sheets)
    tree.walkDecls('display', ({ parent, value }) => {
      if (/grid/.test(value)) for (const name of namesOf(parent)) grids.add(name);
    });
  return grids;
}

const adding = (text) => (folder) => appendFileSync(path.join(folder, 'common.wxss'), `\n${text}`);

/** `gap` between flex items does nothing below iOS 14.5; config/flex-gap.js writes margins in its place. */
export const gap = {
  name: 'gap',
  check(folder) {
    const sheets = listFiles(folder, '.wxss').map((file) => ({ file, tree: postcss.parse(read(folder, file)) }));
    const grids = gridsIn(sheets);
    const faults = [];
    for (const { file, tree } of sheets)
      tree.walkDecls(GAP, ({ parent, prop }) => {
        const others = namesOf(parent).filter((name) => !grids.has(name));
        const isFlex = parent.some(({ prop: name, value }) => name === 'display' && /flex/.test(value));
        if (others.length > 0 || isFlex) faults.push(`${file}: ${prop} of ${parent.selector}, which is no grid`);
      });
    return { faults: [...new Set(faults)], said: `${sheets.length} style sheets, ${grids.size} grids` };
  },
  plants: [
    { what: 'a gap in a flex row', plant: adding('.a{display:flex;gap:4rpx}'), caught: /: gap of \.a/ },
    { what: 'a row’s gap', plant: adding('.a{display:flex;row-gap:4rpx}'), caught: /row-gap of \.a/ },
    {
      what: 'a gap said elsewhere',
      plant: adding('@media (min-width:9px){.a .b{gap:4rpx}}'),
      caught: /gap of \.a \.b/,
    },
  ],
};
