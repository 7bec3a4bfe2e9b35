import type { InputOf } from '../../kit/action';
import { type Call, type WriteCall, writeWithSecret } from '../../kit/handler';
import type { RoleHolder } from '../../kit/principal';
import { refuse } from '../../kit/refusal';
import { runOn } from '../../kit/statement';
import { gridWorkerFor } from '../../organisation';
import * as contract from '../contract/printing';
import { cardChanged } from '../events';
import { refuseWithout } from '../rules/access';
import { makeCards, secretsOf } from '../services/cards';
import { addressesOf } from '../services/describe';
import { keepChanges } from '../services/mend';
import { namesOf } from '../services/personal/read';
import { validCardVersions } from '../store/cards';
import { householdsOf, lockHouseholds } from '../store/households';
import { personsOf } from '../store/people';

type Input = InputOf<typeof contract.printCards>;

/** Under the locks of all, so that no card is stopped or made meanwhile. */
async function printCards(call: WriteCall<RoleHolder>, input: Input) {
  const asked = await homesAsked(call, input);
  const homes = [...new Set(asked.flatMap((id) => id ?? []))];
  await lockHouseholds(runOn(call.db), homes);
  const households = [...(await householdsOf(call.db, homes)).values()].filter(({ endedOn }) => endedOn === null);
  if (households.length === 0) return refuse('HOUSEHOLD_NOT_FOUND');
  for (const household of households) {
    const denial = refuseWithout('keepRoster', call, { unitPath: household.unitPath, household });
    if (denial) return denial;
  }
  const ids = new Set(households.map(({ householdId }) => householdId));
  const valid = await validCardVersions(call.db, [...ids]);
  const made = await makeCards(
    call,
    [...ids].filter((id) => !valid.has(id)),
  );
  await keepChanges(
    call,
    [...made.keys()].map((householdId) => ({ kind: 'cardMade', residentId: null, householdId })),
  );
  for (const { householdId, unitId } of households) {
    const version = made.get(householdId) ?? valid.get(householdId) ?? 0;
    call.note({ targetKind: 'household', targetId: householdId, unitId, detail: { version, printed: true } });
    if (made.has(householdId)) call.publish(cardChanged({ householdId, change: 'issued' }));
  }
  const passedOver = asked.filter((id) => id === null || !ids.has(id)).length;
  return { householdIds: [...ids], made: made.size, passedOver };
}

/** One for each that was named; null for people who live in none. */
async function homesAsked(call: Call, { householdIds, residentIds }: Input): Promise<(string | null)[]> {
  if (!residentIds) return [...(householdIds ?? [])];
  const persons = await personsOf(call.db, residentIds);
  return residentIds.map((id) => persons.get(id)?.householdId ?? null);
}

const byNumber = new Intl.Collator('zh', { numeric: true });
type Kept = { readonly householdIds: readonly string[]; readonly made: number; readonly passedOver: number };

/** Those that work now: of a request that is repeated, a card that was replaced since is left out. */
async function showCards(call: Call, { householdIds, made, passedOver }: Kept) {
  const [households, names, addresses, versions] = await Promise.all([
    householdsOf(call.db, householdIds),
    namesOf(call.world, call.db, householdIds),
    addressesOf(call, householdIds),
    validCardVersions(call.db, householdIds),
  ]);
  const phones = await phonesIn(call, new Set([...households.values()].map(({ unitId }) => unitId)));
  const cards = [...households.values()].flatMap(({ householdId, number, communityName, unitId }) => {
    const version = versions.get(householdId);
    if (version === undefined) return [];
    return {
      ...{ householdId, version, ...secretsOf(call, householdId, version), communityName, householdNumber: number },
      headName: names.get(householdId) ?? '',
      address: addresses.get(householdId) ?? '',
      phone: phones.get(unitId) ?? null,
    };
  });
  cards.sort((a, b) => byNumber.compare(a.householdNumber, b.householdNumber));
  return { cards, made, passedOver };
}

async function phonesIn(call: Call, unitIds: ReadonlySet<string>): Promise<ReadonlyMap<string, string | null>> {
  const found = [...unitIds].map(async (unitId) => {
    const worker = await gridWorkerFor(call.db, unitId, call.today);
    return [unitId, worker?.phone ?? null] as const;
  });
  return new Map(await Promise.all(found));
}

export const printingActions = [writeWithSecret(contract.printCards, printCards, showCards)];
