import { type CodeGuard, inFile } from './guard';

const NOT_COUNTED = 'a code of 90 seconds ago, a forged one, one drawn by a clock that runs ahead';

export const ACTIVITIES: readonly CodeGuard[] = [
  ...inFile(
    'activity/rules/live-code',
    [
      'the HMAC of a live code is compared',
      'if (good.some(isBy)) return judgeStep(code.step, nowMs);',
      'return judgeStep(code.step, nowMs);',
      'activity/live-code',
      'takes none of 10,000 forged codes',
    ],
    [
      'the whole HMAC is compared',
      'for (let i = 0; i < a.length; i++) difference',
      'for (let i = 0; i < 20; i++) difference',
      'activity/live-code',
      'takes no code of which any single character was changed',
    ],
    [
      'digits are compared',
      'steps.filter((step) => sameText(liveDigits(key, shortId, step), digits))',
      'steps.filter((step) => step >= 0 && shortId && digits)',
      'activity/live-code',
      'knows typed digits as good, old or wrong',
    ],
    [
      'an old code earns nothing',
      "return age > STEPS_TOLERATED ? 'old' : 'good';",
      "return 'good';",
      'activity/not-counted',
      NOT_COUNTED,
    ],
    [
      'a code of the future earns nothing',
      'if (age > STEPS_REMEMBERED || age < -STEPS_TOLERATED)',
      'if (age > STEPS_REMEMBERED)',
      'activity/not-counted',
      NOT_COUNTED,
    ],
  ),
  ...inFile(
    'activity/services/code-key',
    [
      'every activity has a key of its own',
      'activityId, String(version));',
      'String(version));',
      'activity/running',
      'is another key for every activity, and nobody else’s',
    ],
    [
      'a key that was renewed is good for one step more',
      'keyVersionAt(renewedAtMs, nowMs - STEP_MS)',
      '1',
      'activity/renewing',
      'by hand: the old one is good for one step more and then for nothing',
    ],
  ),
  ...inFile('activity/store/doors', [
    'a card is at one door at a time',
    'where door.activity_id = excluded.activity_id or',
    'where true or',
    'activity/doors',
    'is refused at the second door within the minute, and named to who stands there',
  ]),
  ...inFile('activity/services/find-by-code', [
    'guessed digits are limited',
    'const found = await tryWithin(call.db, limit, request, look, isRefusal);',
    'const found = await (tryWithin, limit, request, look(call.db));',
    'activity/digits',
    'locks after five wrong ones, whatever was typed next, and opens again when the ten minutes are over',
  ]),
  ...inFile('activity/actions/check-in', [
    'who can draw the code does not check in with it',
    "if (isOrganiser) return refuse('ORGANISER_NEEDS_COLLEAGUE');",
    '',
    'activity/not-counted',
    'the phone of who could draw the code: a colleague checks them in',
  ]),
  ...inFile('activity/store/activities', [
    'cancelling waits for check-ins, and they for it',
    '.forUpdate()',
    '.forNoKeyUpdate()',
    'activity/cancelled-meanwhile',
    'is told so when the one who came first has been counted',
  ]),
  ...inFile('activity/services/family', [
    'nobody is taken along for whom one may not act',
    'if (!person || !mayActFor(call, person))',
    'if (!person)',
    'activity/check-in',
    'but takes along nobody else: then nobody is counted',
  ]),
  ...inFile(
    'activity/rules/bring-along',
    [
      'the family is brought within a quarter of an hour',
      'byCode && nowMs - own.atMs <= BRINGS_WITHIN_MS',
      'byCode',
      'activity/bring-along',
      'within a quarter of an hour, afterwards the organiser is to be asked',
    ],
    [
      'only who was counted by a code brings others',
      'byCode && nowMs - own.atMs <= BRINGS_WITHIN_MS',
      'nowMs - own.atMs <= BRINGS_WITHIN_MS',
      'activity/bring-along',
      'only after their own check-in, and only by their own code',
    ],
  ),
];
