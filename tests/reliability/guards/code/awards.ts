import { type CodeGuard, inFile } from './guard';

const OWN_HOUSEHOLD = 'gives no award to the own household, to a closed account, or where a review is asked for';

export const AWARDS: readonly CodeGuard[] = [
  ...inFile(
    'award/actions/given',
    [
      'an award is withdrawn by who gave it',
      'award.givenBy !== call.caller.residentId) return',
      'award.givenBy === null) return',
      'award/many',
      'is the giver’s alone, sums up, and is withdrawn within the hour by a correction that another approves',
    ],
    [
      'an award is withdrawn within the hour',
      'if (call.nowMs >= untilMs) return',
      'if (false) return',
      'award/many',
      'is withdrawn no more after an hour',
    ],
  ),
  ...inFile(
    'award/rules/decide',
    [
      'no award to the own household',
      "if (claim.isOwnHousehold) return refused('OWN_HOUSEHOLD');",
      '',
      'award/rules/decide',
      OWN_HOUSEHOLD,
    ],
    [
      'no award to a closed account',
      "if (isClosed) return refused('ACCOUNT_CLOSED');",
      '',
      'award/rules/decide',
      OWN_HOUSEHOLD,
    ],
    [
      'no posting where a review is asked for',
      "if (initialState(claim) !== 'posted') return refused('NEEDS_REVIEW');",
      '',
      'award/rules/decide',
      OWN_HOUSEHOLD,
    ],
    [
      'nobody twice in a list',
      "if (inSameRequest.has(claim.accountId)) return refused('TWICE_IN_LIST');",
      '',
      'award/post',
      'decides each holder of a request by themself',
    ],
    [
      'one award per source',
      "if (tally.isTaken(sourceKey(claim))) return refused('COUNTED_ALREADY');",
      '',
      'award/post',
      'counts one source once, for a new request too',
    ],
    [
      'caps',
      "if (most !== null && key && tally.times(key) >= most) return refused('CAP_REACHED', { cap: kind, capTimes: most });",
      '',
      'award/post',
      'lets exactly as many through as the caps of person and household allow, however they come',
    ],
    [
      'caps within one commit',
      'return below + (this.counted.get(key) ?? 0);',
      'return below;',
      'award/rules/decide',
      'counts what an earlier one was given against the cap of a later one',
    ],
  ),
  ...inFile('award/post/batch', [
    'what a request rests on is looked at behind the locks',
    'precondition && !isMet(known.met, precondition) ?',
    'precondition && false ?',
    'activity/cancelled-meanwhile',
    'counts nobody any more, whichever way they check in; others in the same commit are counted',
  ]),
  ...inFile(
    'award/services/candidates',
    [
      'who is of the own household is looked up',
      'const own = ownInterest(call, target);',
      'const own = null;',
      'award/give',
      'is not for oneself or the own household, while a colleague may',
    ],
    [
      'awards stay within the giver’s reach',
      "if (!hasRight(call, 'awardTo', target))",
      'if (!path)',
      'award/grid-worker',
      'awards the community’s items to people of the own grid, and to nobody beyond it',
    ],
    [
      'items are those of the own community',
      "refuseWithout('awardHere', call, { unitPath: item.unitPath });",
      'null;',
      'award/grid-worker',
      'awards the community’s items to people of the own grid, and to nobody beyond it',
    ],
    [
      'items are published',
      "if (state !== 'published' && !(retiredOn && deedDate <= retiredOn))",
      'if (false)',
      'award/give',
      'needs an item that is published',
    ],
    [
      'deeds are of late, and done',
      'if (deedDate > call.today || deedDate < oldest)',
      'if (false)',
      'award/give',
      'is for deeds of the last ninety days, today included',
    ],
  ),
];
