import { type CodeGuard, inFile } from './guard';

const TWO_PEOPLE = 'is proposed once at a time, decided once, and never made of the same entry again';

export const LEDGER: readonly CodeGuard[] = [
  ...inFile(
    'ledger/actions/corrections',
    [
      'a correction is approved by another person',
      "if (correction.proposedBy === decidedBy) return refuse('OWN_PROPOSAL');",
      '',
      'ledger/corrections',
      'is not approved by the one who proposed it, but by a colleague',
    ],
    [
      'points that are used stay',
      "if (!account || !applyEntry(account.balance, 'correction', points).ok) return null;",
      'if (!account) return null;',
      'ledger/corrections',
      'is only noted when the points are held already: they stay',
    ],
    [
      'a correction is decided once',
      "if (correction.state !== 'waiting') return refuse('CORRECTION_DECIDED', { state: correction.state });",
      '',
      'ledger/corrections',
      TWO_PEOPLE,
    ],
    [
      'a correction is taken back by who proposed it',
      "if (correction.proposedBy !== call.caller.residentId) return refuse('NOT_YOUR_PROPOSAL');",
      '',
      'ledger/corrections',
      'is taken back by nobody else, and not once it is decided',
    ],
    [
      'a correction is taken back at home',
      'if (!worksThere) return',
      'if (false) return',
      'ledger/corrections',
      'is taken back by nobody else, and not once it is decided',
    ],
    [
      'corrections are proposed at home',
      "if (!(await reachesEntry(call, entry, 'proposeCorrection'))) return",
      'if (false) return',
      'ledger/corrections',
      'is nobody’s business in another community',
    ],
    [
      'corrections are decided at home',
      "if (!(await reachesEntry(call, entry, 'decideCorrection')))",
      'if (false)',
      'ledger/corrections',
      'is nobody’s business in another community',
    ],
  ),
  ...inFile(
    'ledger/services/propose',
    [
      'an entry is corrected once',
      "if (entry.correctedBySeq !== null) return refuse('CORRECTED_ALREADY');",
      '',
      'ledger/corrections',
      TWO_PEOPLE,
    ],
    [
      'credits alone are corrected',
      "if (entry.kind !== 'credit') return refuse('NOT_A_CREDIT');",
      '',
      'ledger/corrections',
      'is of credits alone',
    ],
  ),
  ...inFile(
    'ledger/rules/entry',
    [
      'available points never below 0',
      'if (available < 0 || held < 0) return refuse',
      'if (held < 0) return refuse',
      'ledger/rules',
      'never lets available points fall below nothing, and lifetime points only by a correction',
    ],
    [
      'every entry’s hash is walked',
      "return entry.hash.equals(hashEntry(last.hash, entry)) ? null : { seq: entry.seq, fault: 'hashDiffers' };",
      'return null;',
      'ledger/rules',
      'names the first bad entry: altered points',
    ],
    [
      'balances are walked',
      'return sameHead && sameSums ? null',
      'return sameHead ? null',
      'ledger/rules',
      'finds a balance that was changed by hand',
    ],
  ),
  ...inFile('ledger/rules/checkpoint', [
    'a receipt is worth its signature',
    'return sameHash && isSignedBy(publicKey, canonicalCheckpoint(checkpoint), checkpoint);',
    'return sameHash;',
    'ledger/rules',
    'is not, once anything in it is altered',
  ]),
];
