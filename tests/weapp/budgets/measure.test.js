/** @jest-environment jsdom */
const { measure, overBudget } = require('./measure');

const page = ({ html = '<div></div>', sent = [{ a: 1 }], everyMs = 1_000 }) => {
  const view = document.createElement('div');
  view.innerHTML = html;
  return { view, sent, sentAtMs: sent.map((_, n) => n * everyMs) };
};
const over = (given) => overBudget(measure(page(given))).map((words) => words.split(' ')[0]);
const row = (n) => `<div><div>好事${n}号</div><div>+5</div></div>`;
const rows = (count) => Array.from({ length: count }, (_, n) => row(n)).join('');
const deep = (levels) => '<div>'.repeat(levels) + '</div>'.repeat(levels);

it('finds nothing against a page within its budgets', () => {
  expect(over({ html: rows(60), sent: Array.from({ length: 20 }, () => ({ a: 1 })), everyMs: 10 })).toEqual([]);
});

it.each([
  ['a list of two hundred without a window', { html: rows(201) }, ['nodes', 'children']],
  ['sixty-one beside each other', { html: rows(61) }, ['children']],
  ['thirty-one inside each other', { html: deep(31) }, ['depth']],
  ['one setData of 300 kB', { sent: [{ a: 1 }, { a: '好'.repeat(100_000) }] }, ['sentBytes']],
  ['a first setData of 21 kB', { sent: [{ a: 'x'.repeat(21 * 1024) }] }, ['firstBytes']],
  ['twenty-one setData in a second', { sent: Array.from({ length: 21 }, () => ({})), everyMs: 47 }, ['sentPerSecond']],
])('catches %s', (_what, given, expected) => {
  expect(over(given)).toEqual(expected);
});
