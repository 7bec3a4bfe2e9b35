import { firstWithoutAward } from '../../award';
import { countWithoutKey } from '../../household';
import type { Keys } from '../../kit/keys';
import type { Db } from '../../kit/transaction';
import { type BasisFault, firstWithoutCorrection, type LedgerFault, verifyLedger, type Walk } from '../../ledger';
import { firstWithoutVoucher } from '../../reward';
import { readHome } from '../settings';
import { lookAtLedger } from './look';
import { type PublishedCopies, readPublishedCopies } from './published';

function describeFault(fault: LedgerFault | BasisFault): string {
  if (!('what' in fault))
    return `first bad entry: account ${fault.accountId}, entry ${fault.seq ?? 'missing'}: ${fault.fault}`;
  if (fault.what === 'entry') return `first bad entry: account ${fault.accountId}, entry ${fault.seq}: ${fault.fault}`;
  if (fault.what === 'countersignature')
    return `first day that is not as somebody from outside signed it: unit ${fault.unitId}, ${fault.day}: ${fault.fault}`;
  if (fault.what === 'head') return `first bad night: ${fault.day}: ${fault.fault}`;
  return `first bad checkpoint: unit ${fault.unitId}, ${fault.day}: ${fault.fault}`;
}

function describeOutside(countersigned: Walk['countersigned']): string[] {
  if (countersigned.length === 0) return ['signed by nobody from outside yet'];
  return countersigned.map(
    ({ name, publicKey, days, untilDay }) =>
      `signed from outside: ${days} days up to ${untilDay}, by ${name ?? 'a key that is not registered here'}, ${publicKey}`,
  );
}

function describeLate(late: Walk['late']): string[] {
  const marks = late.map(
    (signed) => `${signed.day} (${signed.late?.why}, by ${signed.late?.by} on ${signed.late?.on})`,
  );
  const days = [...new Set(marks)].sort();
  return days.length > 0 ? [`signed later than in the night, by a person's word: ${days.join('; ')}`] : [];
}

const describeKeyless = (withoutKey: number, subjects: number) =>
  `${withoutKey} of ${subjects} subjects of personal data have no key, so their names are empty: they were erased after the backup, or the keyring that was restored is older than the data`;

function describeCopies({ checkpoints, heads, countersignatures, places, unread }: PublishedCopies): string[] {
  if (places.length === 0)
    return [
      'no copy of what was published was found (published.jsonl, PUBLISHED_AT, a file named here), so none was compared',
    ];
  const signed = countersignatures.length > 0 ? ` and ${countersignatures.length} countersignatures` : '';
  const compared = `compared with ${heads.length} nights and ${checkpoints.length} checkpoints${signed} of ${places.join(', ')}`;
  return unread > 0 ? [compared, `${unread} lines of them could not be read`] : [compared];
}

/** Entries against what they rest on: signed or not, each has its award, its voucher or its approved correction. */
export async function firstWithoutBasis(db: Db): Promise<BasisFault | null> {
  return (await firstWithoutAward(db)) ?? (await firstWithoutVoucher(db)) ?? (await firstWithoutCorrection(db));
}

/**
 * `npm run verify [file]`: walks every chain and every night and names the first bad one; then entries against awards and
 * vouchers; all of it against every copy of what was published that can be found, so that it shows what was rewritten.
 */
export async function verify(env: NodeJS.ProcessEnv, file: string | undefined, clock: () => number): Promise<number> {
  const copies = await readPublishedCopies(env, readHome(env).dataFolder, file);
  return lookAtLedger(env, (db, keys) => verifyAll(db, keys, copies, clock()));
}

async function verifyAll(db: Db, keys: Keys, copies: PublishedCopies, nowMs: number): Promise<number> {
  const walk = await verifyLedger(db, keys, { nowMs, published: copies });
  const { accounts, entries, checkpoints, heads, late, countersigned } = walk;
  const fault = walk.fault ?? (await firstWithoutBasis(db));
  const { subjects, withoutKey } = await countWithoutKey(db);
  const lines = [
    `${accounts} accounts, ${entries} entries, ${checkpoints} checkpoints, ${heads} nights`,
    `signed by ${keys.signingPublicKey.toString('hex')}`,
    ...describeCopies(copies),
    ...describeOutside(countersigned),
    ...describeLate(late),
    fault ? describeFault(fault) : 'every chain and every checkpoint is sound',
    ...(withoutKey > 0 ? [describeKeyless(withoutKey, subjects)] : []),
  ];
  for (const line of lines) console.log(line);
  return fault ? 1 : 0;
}
