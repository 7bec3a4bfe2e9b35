import type { Db } from '../../../kit/transaction';
import { bearsOut, type Checkpoint, type Countersignature, isCountersigned } from '../../rules';
import { allCountersignatures } from '../../store/countersignatures';
import { allCountersigners, type Countersigner } from '../../store/countersigners';
import type { LedgerFault } from './fault';
import type { Signed } from './heads';
import { isAnewIn, type Published } from './published';

/** What a key from outside has signed, in the database or in a copy that somebody kept. */
export interface CountersignedBy {
  readonly publicKey: string;
  /** Null: no such key is registered here. */
  readonly name: string | null;
  readonly days: number;
  readonly untilDay: string;
}

export interface CountersignatureWalk {
  readonly countersigned: readonly CountersignedBy[];
  readonly fault: LedgerFault | null;
}

/**
 * Every day that somebody from outside has signed, held against what stands there now: whoever has the database and the
 * operator's key can sign anything anew but that. Copies that their own key did not sign say nothing, and are passed by.
 */
export async function walkCountersignatures(
  db: Db,
  stored: Signed,
  { countersignatures: copies = [], countersigned: published = [] }: Published,
): Promise<CountersignatureWalk> {
  const own = await allCountersignatures(db);
  const signed = [...own, ...copies.filter(isCountersigned)];
  const forged = own.find((one) => !isCountersigned(one));
  const fault = forged
    ? faultOf(forged, 'wrongSignature')
    : (firstDiffering(signed, stored.checkpoints) ?? firstMissing(own, published, stored));
  return { countersigned: sumUp(signed, await allCountersigners(db)), fault };
}

const faultOf = ({ unitId, day }: Countersignature, fault: 'wrongSignature' | 'differs' | 'missing'): LedgerFault => ({
  ...{ what: 'countersignature', unitId, day, fault },
});

/** The oldest day whose countersignature was published, and was taken out of the tables since. */
function firstMissing(
  own: readonly Countersignature[],
  published: readonly Countersignature[],
  stored: Signed,
): LedgerFault | null {
  const there = new Set(own.map(({ signature }) => signature));
  const byDay = [...published].sort((a, b) => a.day.localeCompare(b.day));
  const gone = byDay.find(({ signature, day }) => !there.has(signature) && !isAnewIn(stored, day));
  return gone ? faultOf(gone, 'missing') : null;
}

/** The oldest day that is not as it was signed. */
function firstDiffering(signed: readonly Countersignature[], checkpoints: readonly Checkpoint[]): LedgerFault | null {
  const standing = new Map(checkpoints.map((one) => [`${one.unitId} ${one.day}`, one]));
  const hashesOf = new Map<string, Set<string>>();
  const placeOf = ({ publicKey, unitId, day }: Countersignature) => `${publicKey} ${unitId} ${day}`;
  for (const one of signed) {
    const hashes = hashesOf.get(placeOf(one)) ?? new Set();
    hashesOf.set(placeOf(one), hashes.add(one.hash));
  }
  const byDay = [...signed].sort((a, b) => a.day.localeCompare(b.day));
  const differing = byDay.find(
    (one) => !bearsOut(standing.get(`${one.unitId} ${one.day}`), hashesOf.get(placeOf(one)) ?? new Set()),
  );
  return differing ? faultOf(differing, 'differs') : null;
}

function sumUp(signed: readonly Countersignature[], signers: readonly Countersigner[]): CountersignedBy[] {
  const nameOf = new Map(signers.map(({ publicKey, name }) => [publicKey, name]));
  const daysOf = new Map<string, Set<string>>();
  for (const { publicKey, day } of signed) daysOf.set(publicKey, (daysOf.get(publicKey) ?? new Set()).add(day));
  const sums = [...daysOf].map(([publicKey, days]) => ({
    ...{ publicKey, name: nameOf.get(publicKey) ?? null, days: days.size },
    untilDay: [...days].sort().at(-1) ?? '',
  }));
  return sums.sort((a, b) => b.untilDay.localeCompare(a.untilDay) || a.publicKey.localeCompare(b.publicKey));
}
