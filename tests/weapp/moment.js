/** The app and its test take one moment, from which time goes on; timers stay as they are. Ask for it before the app. */
const { momentMs, momentOfThisFile } = require('../support/moments.ts');

const SHANGHAI_MS = 8 * 3_600_000;
const KEPT = [
  ...['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'requestAnimationFrame', 'cancelAnimationFrame'],
  ...['requestIdleCallback', 'cancelIdleCallback', 'setImmediate', 'clearImmediate'],
  ...['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'],
];

function takeMoment() {
  const nowMs = momentMs(momentOfThisFile('weapp'));
  jest.useFakeTimers({ now: nowMs, doNotFake: KEPT, advanceTimers: true });
  return { NOW: nowMs, TODAY: new Date(nowMs + SHANGHAI_MS).toISOString().slice(0, 10) };
}

module.exports = { takeMoment };
