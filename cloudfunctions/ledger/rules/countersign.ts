import type * as z from 'zod';
import { countersignText } from '../../values/receipt';
import type { Countersignature as CountersignatureSchema, CountersignerState } from '../contract';
import { type Checkpoint, isSignature } from './checkpoint';

export type Countersignature = z.output<typeof CountersignatureSchema>;
type State = z.output<typeof CountersignerState>;

/** How many different people have said that a key begin, and that it end. */
export interface Words {
  readonly begins: number;
  readonly ends: number;
}

/** Two begin it and two end it; what has not begun is taken back by one. */
export function countersignerState({ begins, ends }: Words): State | 'ended' {
  if (begins < 2) return ends > 0 ? 'ended' : 'waiting';
  if (ends === 0) return 'inForce';
  return ends === 1 ? 'ending' : 'ended';
}

export const signsNow = (words: Words): boolean => ['inForce', 'ending'].includes(countersignerState(words));

/** Whether the key that it names signed exactly this. */
export const isCountersigned = (one: Countersignature): boolean =>
  isSignature(Buffer.from(one.publicKey, 'hex'), Buffer.from(countersignText(one)), Buffer.from(one.signature, 'hex'));

/**
 * Whether what a key signed of a day, once or more often, is what stands there. Two different ones are borne out only where
 * the day itself says that it was signed anew after a backup was put back, and the same key has signed that too.
 */
export function bearsOut(
  standing: Pick<Checkpoint, 'hash' | 'late'> | undefined,
  hashes: ReadonlySet<string>,
): boolean {
  if (!standing?.hash || !hashes.has(standing.hash)) return false;
  return hashes.size === 1 || standing.late?.why === 'restored';
}
