const { default: Sequencer } = require('@jest/test-sequencer');

/** What takes longest, in seconds beside the others on two quiet cores: begun last, it would be waited for alone, with the other core idle. */
const SECONDS = {
  'tests/reliability/fuzz/fuzz.test.ts': 385,
  'tests/browser/sound-alike.test.ts': 215,
  'tests/reliability/histories/histories.test.ts': 200,
  'tests/reliability/network/network.test.ts': 175,
  'tests/weapp/pages.test.js': 170,
  'tests/reliability/guards/code-guards.test.ts': 140,
  'tests/together/household.test.ts': 120,
  'tests/browser/outage.test.ts': 105,
  'tests/together/database.test.ts': 90,
  'tests/together/reward.test.ts': 70,
  'tests/reliability/faults/faults.test.ts': 60,
  'tests/reliability/matrix/permissions.test.ts': 60,
  'tests/host/demo.test.ts': 50,
  'tests/weapp/windowed.test.js': 50,
  'tests/reliability/fuzz/http.test.ts': 50,
  'tests/browser/changing-units.test.ts': 50,
  'tests/browser/check-in.test.ts': 50,
  'tests/reward/race.test.ts': 45,
  'tests/together/activity.test.ts': 45,
  'tests/browser/desk-table.test.ts': 40,
  'tests/browser/awarding.test.ts': 40,
  'tests/browser/without-network.test.ts': 40,
  'tests/household/faults.test.ts': 40,
  'tests/reward/faults.test.ts': 35,
  'tests/host/start.test.ts': 35,
  'tests/weapp/pieces.test.js': 35,
  'tests/browser/joining.test.ts': 35,
  'tests/browser/awarding-many.test.ts': 35,
  'tests/browser/moving-people.test.ts': 35,
  'tests/browser/roster.test.ts': 30,
  'tests/reliability/crash/database-killed.test.ts': 30,
  'tests/browser/uploading.test.ts': 30,
  'tests/browser/remembered.test.ts': 30,
  'tests/browser/second-person.test.ts': 30,
  'tests/browser/without-phone.test.ts': 30,
  'tests/browser/signing-out.test.ts': 30,
  'tests/browser/opening.test.ts': 30,
  'tests/together/jobs.test.ts': 25,
  'tests/together/ledger.test.ts': 25,
  'tests/together/oversight.test.ts': 25,
  'tests/browser/rule-sheets.test.ts': 25,
  'tests/browser/team.test.ts': 25,
  'tests/browser/keyboard.test.ts': 25,
  'tests/weapp/unread.test.js': 25,
  'tests/browser/issuing.test.ts': 25,
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
