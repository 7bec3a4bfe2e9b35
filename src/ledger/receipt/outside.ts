import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import nacl from 'tweetnacl';
import { checkpointText, countersignText } from '../../../cloudfunctions/values/receipt';
import type { DataOf } from '../../api';
import type { Checkpoint } from './check';
import { utf8 } from './utf8';

type Told = DataOf<'ledger.countersignatures'>;

/** What those from outside say of a day. `differs`: one of them signed another checkpoint than the one that is shown. */
export interface Outside {
  readonly state: 'nobody' | 'notYet' | 'signed' | 'differs';
  readonly names: readonly string[];
}

export function isCountersigned(one: Omit<Told['countersignatures'][number], 'name'>): boolean {
  return nacl.sign.detached.verify(utf8(countersignText(one)), hexToBytes(one.signature), hexToBytes(one.publicKey));
}

/** Reckoned on the device, by each key: a signature that the key did not make says nothing. */
export function outsideOf({ unitId, day, hash }: Pick<Checkpoint, 'unitId' | 'day' | 'hash'>, told: Told): Outside {
  const own = told.countersignatures.filter((one) => one.unitId === unitId && one.day === day && isCountersigned(one));
  const isBorneOut = (key: string) => own.some((one) => one.publicKey === key && one.hash === hash);
  const differing = own.filter(({ publicKey }) => !isBorneOut(publicKey));
  const named = (ones: readonly { readonly name: string }[]) => [...new Set(ones.map(({ name }) => name))];
  if (differing.length > 0) return { state: 'differs', names: named(differing) };
  if (own.length > 0) return { state: 'signed', names: named(own) };
  const waitedFor = told.countersigners.filter(({ state }) => state !== 'waiting');
  return { state: waitedFor.length > 0 ? 'notYet' : 'nobody', names: named(waitedFor) };
}

/** As it is reckoned from the checkpoint itself. */
export const hashOf = (checkpoint: Checkpoint): string => bytesToHex(sha256(utf8(checkpointText(checkpoint))));
