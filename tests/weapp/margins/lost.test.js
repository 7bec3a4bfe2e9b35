/** @jest-environment jsdom */
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const postcss = require('postcss');
const flexGap = require('../../../config/flex-gap');
const { lostMargins, marginsIn } = require('./margins');

/** What is lost on a page of that style, as the build would write it. */
function lostIn(style, html) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'margins-'));
  const { css } = postcss([flexGap()]).process(style, { from: undefined });
  fs.writeFileSync(path.join(folder, 'a.wxss'), css);
  const margins = marginsIn(folder, ['a.wxss']);
  fs.rmSync(folder, { recursive: true });
  const view = document.createElement('div');
  view.innerHTML = html;
  return lostMargins(view, margins);
}
const ROW = '.row { display: flex; gap: 6px }';
const COLUMN = '.row { display: flex; flex-direction: column; gap: 6px }';
const WRAPPED = '.row { display: flex; flex-wrap: wrap; gap: 6px }';
const TWO = '<div class="row"><div class="one"></div><div class="two"></div></div>';

it.each([
  ['the second of a row, on its left', `${ROW} .two { margin-left: 2px }`],
  ['one that pushes itself away', `${ROW} .two { margin-left: auto }`],
  ['the second of a column, above it', `${COLUMN} .two { margin: 4px 0 }`],
  ['the first of wrapped ones, below it', `${WRAPPED} .one { margin-bottom: 2px }`],
])('is seen to be lost: %s', (_what, style) => {
  expect(lostIn(style, TWO)).toHaveLength(1);
});

it.each([
  ['the first of a row', `${ROW} .one { margin-left: 2px }`],
  ['another side', `${ROW} .two { margin-top: 2px; margin-right: 2px }`],
  ['nothing', `${ROW} .two { margin: 0 }`],
  ['elsewhere', `${ROW} .three { margin-left: 2px }`],
])('is not: %s', (_what, style) => {
  expect(lostIn(style, TWO)).toEqual([]);
});
