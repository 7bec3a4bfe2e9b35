import { newId } from '../../kit/ids';
import { type Refusal, refuse } from '../../kit/refusal';
import { grantsOf } from '../../organisation';
import { HEAD } from '../../values/people';
import { decideHeadOfRest } from '../rules/mending';
import { refuseLinking } from '../rules/merging';
import type { PersonRow } from '../rules/standing';
import { insertBindingEvents, withdrawConsents } from '../store/bindings';
import { type HouseholdRow, householdOf } from '../store/households';
import {
  deleteLink,
  handOnHelp,
  insertLink,
  linksOf,
  type MergedRow,
  type MergeRequest,
  rebind,
} from '../store/merging';
import { endHousehold, endMemberships } from '../store/moving';
import { membersOf } from '../store/people';
import { handOnGuardians } from './guardians';
import { type Mending, recordChanges, settleRest } from './mend';
import { joinHousehold } from './register';
import { revokeCodesAndInvites, unbindHolders } from './unbind-holders';

/** To a head whom somebody else has followed. */
const FAMILY = '家人';

interface Both {
  readonly survivor: PersonRow;
  readonly merged: PersonRow;
}
type Unsettled = Refusal<'HEAD_NEEDED' | 'NOT_ALLOWED'>;

/** Who speaks for the rest of the household, where the record that goes is its head: the one that stays, if they live there. */
const nextHead = ({ survivor, merged }: Both): string | undefined =>
  merged.headId === merged.residentId && survivor.householdId === merged.householdId ? survivor.residentId : undefined;

/** What has to be settled first: roles are a person's word and not handed on, and a household needs its head. */
export async function refuseUnsettled(
  call: Mending,
  survivor: PersonRow,
  merged: PersonRow,
): Promise<Unsettled | null> {
  const [role] = await grantsOf(call.db, merged.residentId, call.today);
  if (role) return refuse('NOT_ALLOWED', { because: 'holdsRole', role: role.role });
  if (!merged.householdId) return null;
  const rest = (await membersOf(call.db, merged.householdId)).filter((one) => one.residentId !== merged.residentId);
  const head = decideHeadOfRest(rest, merged.headId, nextHead({ survivor, merged }), call.today);
  return 'ok' in head && head.ok === false ? head : null;
}

/** Two records are one from now on. Entries, vouchers and papers stay as they are: reads follow the link. */
export async function merge(
  call: Mending,
  { reason }: MergeRequest,
  both: Both,
): Promise<Unsettled | Refusal<'MERGED_ALREADY' | 'RESIDENT_NOT_FOUND'> | null> {
  const { survivor, merged } = both;
  if (survivor.diedOn !== null || merged.diedOn !== null) return refuse('RESIDENT_NOT_FOUND');
  const [survivorId, mergedId] = [survivor.residentId, merged.residentId];
  const linked = refuseLinking(await linksOf(call.db, [survivorId, mergedId]), survivor, merged);
  if (linked) return linked;
  const { householdId } = merged;
  const unsettled =
    (await refuseUnsettled(call, survivor, merged)) ??
    (householdId &&
      (await settleRest(call, { householdId, goingIds: [mergedId], nextHeadId: nextHead(both), reason })));
  if (unsettled) return unsettled;
  await endMemberships(call.db, [mergedId], call.today);
  await withdrawConsents(call.db, mergedId, 'pooling', call.nowMs);
  await revokeCodesAndInvites(call.db, mergedId, call.nowMs);
  const identityIds = await rebind(call.db, mergedId, survivorId);
  await tellBindings(call, identityIds, survivorId);
  await unbindHolders(call, merged, call.caller.residentId); // one phone of one person: that of the record that stays
  await handOnHelp(call.db, mergedId, survivorId);
  await handOnGuardians(call, merged, survivor);
  await insertLink(call.db, { mergedId, survivorId, householdId, relation: merged.relation ?? '', identityIds });
  await recordChanges(call, [{ kind: 'merged', residentId: survivorId, householdId: survivor.householdId }], reason);
  return null;
}

/** They are two after all: the record goes back to where it lived, and whoever signed in as it signs in as it again. */
export async function part(
  call: Mending,
  { reason }: MergeRequest,
  { survivor, merged }: Both,
): Promise<Refusal<'MERGED_ALREADY' | 'MERGE_DRAWN_ON' | 'RESIDENT_NOT_FOUND'> | null> {
  const [survivorId, mergedId] = [survivor.residentId, merged.residentId];
  const link = (await linksOf(call.db, [mergedId])).find((one) => one.mergedId === mergedId);
  if (link?.survivorId !== survivorId) return refuse('RESIDENT_NOT_FOUND');
  if (link.isDrawnOn) return refuse('MERGE_DRAWN_ON');
  await deleteLink(call.db, mergedId);
  await tellBindings(call, await rebind(call.db, survivorId, mergedId, link.identityIds), mergedId);
  const home = link.householdId ? await householdOf(call.db, link.householdId) : null;
  if (home) await goHome(call, home, link);
  const changes = [survivorId, mergedId].map((residentId) => ({
    kind: 'parted' as const,
    residentId,
    householdId: residentId === survivorId ? survivor.householdId : link.householdId,
  }));
  await recordChanges(call, changes, reason);
  return null;
}

/** Where the record lived alone, its household is there again. */
async function goHome(
  call: Mending,
  { householdId, headId, endedOn }: HouseholdRow,
  { mergedId, relation }: MergedRow,
): Promise<void> {
  if (endedOn !== null) await endHousehold(call.db, householdId, null);
  const isHead = headId === mergedId;
  const said = relation && relation !== HEAD ? relation : FAMILY;
  await joinHousehold(call.world, call.db, householdId, [{ residentId: mergedId, relation: isHead ? HEAD : said }]);
}

async function tellBindings(call: Mending, identityIds: readonly string[], residentId: string): Promise<void> {
  if (identityIds.length === 0) return;
  const about = { residentId, kind: 'boundByMerge' as const, byResidentId: call.caller.residentId };
  const events = identityIds.map((identityId) => ({ ...about, eventId: newId(call.world), identityId }));
  await insertBindingEvents(call.db, events, call.nowMs);
}
