import { holderNames, personsOf } from '../../household';
import type { OutputOf } from '../../kit/action';
import type { Call } from '../../kit/handler';
import type * as contract from '../contract/corrections';
import type { WaitingCorrection } from '../store/corrections';
import { entriesAt } from '../store/entries';
import { toEntries } from './entries';

type Shown = OutputOf<typeof contract.corrections>['corrections'][number];
const resident = (id: string) => ({ kind: 'resident', id }) as const;
const household = (id: string) => ({ kind: 'household', id }) as const;

/** A page of them as who decides has to see them: whose points, which entry, who proposed it. As many questions for one as for twenty. */
export async function showCorrections(call: Call, waiting: readonly WaitingCorrection[]): Promise<Shown[]> {
  const holders = waiting.map(({ holderKind: kind, accountId: id }) => ({ kind, id }));
  const [stored, persons] = await Promise.all([
    entriesAt(call.db, waiting),
    personsOf(
      call.db,
      holders.flatMap(({ kind, id }) => (kind === 'resident' ? id : [])),
    ),
  ]);
  const householdOf = ({ kind, id }: (typeof holders)[number]) =>
    kind === 'household' ? id : (persons.get(id)?.householdId ?? null);
  const [entries, nameOf] = await Promise.all([
    toEntries(call, stored),
    holderNames(call, [
      ...holders,
      ...holders.flatMap((holder) => householdOf(holder) ?? []).map(household),
      ...waiting.map(({ proposedBy }) => resident(proposedBy)),
    ]),
  ]);
  const placeOf = (at: { accountId: string; seq: number }) => `${at.accountId}/${at.seq}`;
  const entryAt = new Map(entries.map((entry) => [placeOf(entry), entry]));
  return waiting.map(({ id: correctionId, reason, proposedBy, proposedAtMs, ...of }) => {
    const entry = entryAt.get(placeOf(of));
    if (!entry) throw new Error(`correction ${correctionId} names an entry that is not there`);
    const holder = { kind: of.holderKind, id: of.accountId };
    const householdId = householdOf(holder);
    const householdHead = householdId && nameOf(household(householdId));
    const proposedByName = nameOf(resident(proposedBy));
    const whose = { ...holder, name: nameOf(holder), householdId, householdHead };
    return { correctionId, entry, holder: whose, reason, proposedBy, proposedByName, proposedAtMs };
  });
}
