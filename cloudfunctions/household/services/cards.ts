import type { Call, WriteCall } from '../../kit/handler';
import type { RoleHolder } from '../../kit/principal';
import { linkOf } from '../../values/codes';
import { cardNumber, cardToken, lookupHash } from '../rules/codes';
import { insertCards, lastCardVersions } from '../store/cards';

/** Two households with the same ten digits are one chance in millions; five in a row is a broken key. */
const NUMBER_TRIES = 5;

/** The next card of each household, whose locks the caller holds and none of which has one that works. */
export async function makeCards(
  call: WriteCall<RoleHolder>,
  householdIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { keys } = call.world;
  const last = await lastCardVersions(call.db, householdIds);
  const made = new Map<string, number>();
  for (let step = 1; step <= NUMBER_TRIES && made.size < householdIds.length; step++) {
    const cards = householdIds
      .filter((householdId) => !made.has(householdId))
      .map((householdId) => {
        const version = (last.get(householdId) ?? 0) + step;
        const tokenHash = lookupHash(keys, 'cardToken', cardToken(keys, householdId, version));
        const numberHash = lookupHash(keys, 'cardNumber', cardNumber(keys, householdId, version));
        return { householdId, version, tokenHash, numberHash };
      });
    const inserted = await insertCards(call.db, cards, { issuedBy: call.caller.residentId, nowMs: call.nowMs });
    for (const { householdId, version } of inserted) made.set(householdId, version);
  }
  if (made.size < householdIds.length) throw new Error('no free card number was found');
  return made;
}

/** What a card says to a scanner and to a reader. */
export const secretsOf = ({ world: { keys, origin } }: Call, householdId: string, version: number) => ({
  qr: linkOf(origin, 'card', cardToken(keys, householdId, version)),
  number: cardNumber(keys, householdId, version),
});
