import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { countWithoutKey } from '../../household';
import { type LedgerFault, verifyLedger } from '../../ledger';
import { Checkpoint } from '../../ledger/contract';
import { lookAtLedger } from './look';

/**
 * `npm run verify [checkpoints.json]`: walks every chain and every checkpoint and names the first bad one. With a file of
 * checkpoints that were published earlier (the list that ledger.checkpoints answers) also what was rewritten since.
 */
const Published = z.union([z.array(Checkpoint), z.object({ checkpoints: z.array(Checkpoint) })]);

function readPublished(file: string | undefined): z.output<typeof Checkpoint>[] {
  if (!file) return [];
  const read = Published.parse(JSON.parse(readFileSync(file, 'utf8')));
  return Array.isArray(read) ? read : read.checkpoints;
}

function describeFault(fault: LedgerFault): string {
  return fault.what === 'entry'
    ? `first bad entry: account ${fault.accountId}, entry ${fault.seq}: ${fault.fault}`
    : `first bad checkpoint: unit ${fault.unitId}, ${fault.day}: ${fault.fault}`;
}

const describeKeyless = (withoutKey: number, subjects: number) =>
  `${withoutKey} of ${subjects} subjects of personal data have no key, so their names are empty: they were erased after the backup, or the keyring that was restored is older than the data`;

export async function verify(env: NodeJS.ProcessEnv, file: string | undefined): Promise<number> {
  const published = readPublished(file);
  return lookAtLedger(env, async (db, keys) => {
    const { accounts, entries, checkpoints, fault } = await verifyLedger(db, keys, published);
    const compared = file
      ? `compared with ${published.length} of a file of published ones`
      : 'no file of published checkpoints was named, so none were compared';
    console.log(`${accounts} accounts, ${entries} entries, ${checkpoints} checkpoints; ${compared}`);
    console.log(fault ? describeFault(fault) : 'every chain and every checkpoint is sound');
    const { subjects, withoutKey } = await countWithoutKey(db);
    if (withoutKey > 0) console.log(describeKeyless(withoutKey, subjects));
    return fault ? 1 : 0;
  });
}
