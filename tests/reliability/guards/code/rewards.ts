import { type CodeGuard, inFile } from './guard';

export const REWARDS: readonly CodeGuard[] = [
  ...inFile(
    'reward/actions/verify',
    [
      'a voucher is for its provider’s clerks',
      'honouring.find((id) => clerksUnits(call, id).some(isReached));',
      'honouring[0];',
      'reward/voucher',
      "refuses another provider's clerk and tells nothing of the voucher, used or not",
    ],
    [
      'a clerk verifies within their unit',
      'community?.path.startsWith(unitPath);',
      'true;',
      'reward/clerks-reach',
      "is that of the clerk's unit: another community's voucher is refused, used or not, and nothing of it is told",
    ],
    [
      'wrong voucher codes are limited',
      'if (exhausted) return exhausted;',
      '',
      'reward/voucher',
      'are few: after five within a minute even the right one has to wait, for looking up and verifying alike',
    ],
    [
      'another provider’s code is a wrong one',
      "call.countWrong(limit);\n    return refuse('OTHER_PROVIDER');",
      "return refuse('OTHER_PROVIDER');",
      'reward/voucher',
      "are those of another provider's vouchers too",
    ],
    [
      'clerks stand in line',
      '=> inLine(bound, (call) => wrongCodes(call).key);',
      '=> bound;',
      'reward/voucher',
      'are counted one by one, however many are sent at once',
    ],
    [
      'a voucher is redeemed once',
      'const ended = refuseUnlessIssued(voucher, call.nowMs);',
      'const ended = null;',
      'reward/voucher',
      'refuses a second time, and says when and where the first was',
    ],
  ),
  ...inFile('reward/rules/voucher', [
    'a voucher expires',
    "return voucher.state === 'issued' && nowMs > voucher.expiresAtMs ? 'lapsed' : voucher.state;",
    'return voucher.state;',
    'reward/voucher',
    'refuses a voucher that has expired, though nobody has given the points back yet',
  ]),
  ...inFile(
    'reward/actions/redeem',
    [
      'nobody serves their own household',
      'if (householdId !== null && subject.householdId === householdId) return',
      'if (false) return',
      'reward/at-the-desk',
      'is not done by staff for their own household, nor out of their reach, nor by a neighbour',
    ],
    [
      'who lives in the household is read again under its lock',
      'if (!isRefusal(subject) && subject.householdId && subject.householdId !== base.householdId)',
      'if (false)',
      'reward/redeem',
      'to another household is served under the lock of that one',
    ],
    [
      'a closed account redeems nothing',
      "if (!isOpen(subject.holder)) return refuse('ACCOUNT_CLOSED');",
      '',
      'reward/redeem',
      'refuse a closed account, and leave nothing behind when they refuse',
    ],
  ),
  ...inFile('reward/rules/draws', [
    'points of those who did not agree stay',
    "if (stranger) return refuse('POOL_NOT_AGREED', { holderId: stranger });",
    '',
    'reward/rules',
    'refuses the points of somebody who did not agree',
  ]),
  ...inFile('reward/rules/redemption', [
    'conditions are asked at the counter',
    'if (obstacle) return refuse',
    'if (false) return refuse',
    'reward/redeem',
    'refuse by age and by an unknown birth date',
  ]),
];
