const { default: Sequencer } = require('@jest/test-sequencer');

/** What takes longest, in seconds on two quiet cores: begun last, it would be waited for alone, with the other core idle. */
const SECONDS = {
  'tests/reliability/fuzz/fuzz.test.ts': 240,
  'tests/reliability/guards/code-guards.test.ts': 115,
  'tests/reliability/histories/histories.test.ts': 100,
  'tests/browser/sound-alike.test.ts': 75,
  'tests/weapp/budgets/budgets.test.js': 70,
  'tests/reliability/network/network.test.ts': 60,
  'tests/browser/outage.test.ts': 55,
  'tests/reward/race.test.ts': 40,
  'tests/reward/secrets.test.ts': 35,
  'tests/host/demo.test.ts': 30,
  'tests/browser/joining.test.ts': 30,
  'tests/browser/check-in.test.ts': 30,
  'tests/reliability/faults/faults.test.ts': 30,
  'tests/weapp/windowed.test.js': 30,
  'tests/weapp/pieces.test.js': 25,
  'tests/weapp/unread.test.js': 25,
  'tests/browser/roster.test.ts': 25,
  'tests/browser/rule-sheets.test.ts': 25,
};

/** On a fresh clone jest knows nothing but the sizes of files, and the longest tests are small ones. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const seconds = ({ path, context }) => SECONDS[path.slice(context.config.rootDir.length + 1)] ?? 0;
    return [...sorted].sort((one, other) => seconds(other) - seconds(one));
  }
};
module.exports.SECONDS = SECONDS;
