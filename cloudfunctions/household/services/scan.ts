import type { Call } from '../../kit/handler';
import { isRefusal, type Refusal, refuse } from '../../kit/refusal';
import { lookupHash, readPersonalCode, readScan, type Scan } from '../rules/codes';
import { type CardRow, cardByHash } from '../store/cards';
import { membersOf } from '../store/people';

type Scanning = Pick<Call, 'world' | 'db' | 'nowMs'>;
type ScanRefusal = Refusal<'CARD_NOT_FOUND' | 'CARD_REVOKED' | 'CODE_EXPIRED'>;

/**
 * Whom a scanned personal code or household card means: one resident, or the card's living members, the head first.
 * It says nothing of scope: whoever asks must still reach them.
 */
export async function residentByScan(
  call: Scanning,
  text: string,
): Promise<{ residentIds: string[]; how: 'personalCode' | 'card' } | ScanRefusal> {
  const scan = readScan(text);
  if (scan?.kind === 'personalCode') {
    const read = readPersonalCode(call.world.keys, scan.token, call.nowMs);
    return isRefusal(read) ? read : { residentIds: [read.residentId], how: 'personalCode' };
  }
  const card = await cardOfScan(call, scan);
  if (isRefusal(card)) return card;
  const members = await membersOf(call.db, card.householdId);
  return { residentIds: members.map((member) => member.residentId), how: 'card' };
}

/** The card that was scanned or whose ten digits were typed, when it still works. */
export async function cardOfScan(
  call: Scanning,
  scan: Scan | null,
): Promise<CardRow | Refusal<'CARD_NOT_FOUND' | 'CARD_REVOKED'>> {
  if (!scan || scan.kind === 'personalCode') return refuse('CARD_NOT_FOUND');
  const { keys } = call.world;
  const card =
    scan.kind === 'cardToken'
      ? await cardByHash(call.db, 'token_hash', lookupHash(keys, 'cardToken', scan.token))
      : await cardByHash(call.db, 'number_hash', lookupHash(keys, 'cardNumber', scan.number));
  if (!card) return refuse('CARD_NOT_FOUND');
  return card.isRevoked ? refuse('CARD_REVOKED') : card;
}
