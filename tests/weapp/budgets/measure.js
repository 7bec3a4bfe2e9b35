const { childrenOf } = require('../sight');

/** What WeChat's audit allows a page, and what crosses from its logic to its view. */
const BUDGETS = {
  nodes: 1_000,
  depth: 30,
  children: 60,
  /** Any one `setData`, in bytes of JSON. */
  sentBytes: 256 * 1024,
  /** The first `setData` of the page: until it has come, nothing is there to see. */
  firstBytes: 20 * 1024,
  sentPerSecond: 20,
};

const SECOND_MS = 1_000;
/** Elements and words alike: WeChat counts no words, so this is the stricter count. */
const isCounted = (node) => node.nodeType === 1 || (node.nodeType === 3 && node.textContent.trim() !== '');
const inside = (node) => [...childrenOf(node)].filter(isCounted);

/** Nodes below this one, how deep they stand, and the most that stand beside each other. */
function countNodes(node) {
  const children = inside(node);
  const below = children.map(countNodes);
  return {
    nodes: below.reduce((sum, one) => sum + one.nodes, children.length),
    depth: children.length === 0 ? 0 : 1 + Math.max(...below.map(({ depth }) => depth)),
    children: Math.max(children.length, ...below.map((one) => one.children)),
  };
}

/** Of each that was sent, counted once: a page is measured at every step through it. */
const counted = new WeakMap();
function bytesOf(data) {
  const bytes = counted.get(data) ?? Buffer.byteLength(JSON.stringify(data));
  counted.set(data, bytes);
  return bytes;
}

/** The most in any one second; the times are in their order. */
function mostPerSecond(timesMs) {
  let first = 0;
  let most = 0;
  for (const [i, time] of timesMs.entries()) {
    while (timesMs[first] <= time - SECOND_MS) first++;
    most = Math.max(most, i - first + 1);
  }
  return most;
}

function measure({ view, sent, sentAtMs }) {
  const sizes = sent.map(bytesOf);
  return {
    ...countNodes(view),
    sentBytes: Math.max(0, ...sizes),
    firstBytes: sizes[0] ?? 0,
    sentPerSecond: mostPerSecond(sentAtMs),
  };
}

const KEYS = Object.keys(BUDGETS);
const worst = (one, other) => Object.fromEntries(KEYS.map((key) => [key, Math.max(one[key], other[key])]));
/** Every budget that is not kept, in words; none when all are. */
const overBudget = (measured) =>
  KEYS.filter((key) => measured[key] > BUDGETS[key]).map((key) => `${key} ${measured[key]} > ${BUDGETS[key]}`);

function tableOf(rows) {
  const cells = [
    ['page', ...KEYS],
    ...rows.map(([name, measured]) => [name, ...KEYS.map((key) => String(measured[key]))]),
    ['budget', ...KEYS.map((key) => String(BUDGETS[key]))],
  ];
  const widths = cells[0].map((_, i) => Math.max(...cells.map((row) => row[i].length)));
  return cells
    .map((row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '))
    .join('\n');
}

module.exports = { measure, worst, overBudget, tableOf };
