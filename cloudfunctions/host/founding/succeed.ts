import {
  isMinor,
  lockResident,
  type Named,
  personOf,
  personsNamed,
  revokeCodesAndInvites,
  unbindHolders,
} from '../../household';
import { lockMutex } from '../../kit/attempt';
import { type AuditNote, writeAudit } from '../../kit/audit';
import { newId } from '../../kit/ids';
import type { Event } from '../../kit/outbox/event';
import { publishEvents } from '../../kit/outbox/publish';
import { isRefusal, type Refusal, refuse } from '../../kit/refusal';
import { runOn } from '../../kit/statement';
import { type Db, inTransaction } from '../../kit/transaction';
import type { World } from '../../kit/world';
import { addGrants, endGrants, foundingGrants, grantsOf, unitsBelow } from '../../organisation';
import { roleChanged } from '../../organisation/events';
import { businessDate } from '../../values/dates';
import { grantOf } from './found';
import type { Founder } from './standing';

export interface Succession extends Founder {
  /** Bound, and so in need of no papers. */
  readonly isBound: boolean;
  /** Whose roles passed to them. */
  readonly endedResidentIds: readonly string[];
}
declare module '../../kit/refusal' {
  /** Told on the console of whoever names another supervisor. */
  interface Details {
    readonly NOT_FOUNDED: Record<never, never>;
    readonly NOBODY_NAMED: Record<never, never>;
    readonly SEVERAL_NAMED: Record<never, never>;
    readonly NOT_OF_AGE: Record<never, never>;
  }
}
type Refused = Refusal<'NOT_FOUNDED' | 'DEMO_THERE' | 'NOBODY_NAMED' | 'SEVERAL_NAMED' | 'NOT_OF_AGE'>;
type FoundingGrant = Awaited<ReturnType<typeof foundingGrants>>[number];

/** What one succession is given, and what it tells of itself in the same transaction. */
interface SuccessionCall {
  readonly world: World;
  readonly db: Db;
  readonly nowMs: number;
  readonly residentId: string;
  note(note: AuditNote): void;
  publish(event: Event): void;
}

/**
 * Makes the resident who is named the city's first supervisor, since nobody in the app can: the founder's roles pass to
 * them. Called again it changes nothing, unless the account is lost: then whoever is bound is let go of, each time.
 */
export function succeed(world: World, named: Named, isAccountLost: boolean): Promise<Succession | Refused> {
  return inTransaction(world.database.db, async (trx) => {
    await lockMutex(trx, 'founding');
    const [city] = await unitsBelow(trx, '/', 'city');
    if (!city) return refuse('NOT_FOUNDED');
    if (city.isDemo) return refuse('DEMO_THERE');
    const meant = await onlyOne(world, trx, named);
    if (isRefusal(meant)) return meant;
    const [notes, events]: [AuditNote[], Event[]] = [[], []];
    const [note, publish] = [(one: AuditNote) => notes.push(one), (one: Event) => events.push(one)];
    const call: SuccessionCall = { world, db: trx, nowMs: world.clock(), residentId: meant.residentId, note, publish };
    const endedResidentIds = await passOn(call, city.unitId);
    const unbound = isAccountLost ? await unbindLostAccount(call) : 0;
    note({ targetKind: 'resident', targetId: meant.residentId, unitId: city.unitId, detail: { unbound } });
    await publishEvents(
      runOn(trx),
      events.map((event) => ({ event, atMs: call.nowMs })),
    );
    const nobody = { caller: null, addressHash: null, traceId: newId(world) };
    await writeAudit(runOn(trx), [{ action: 'host.supervisor', outcome: 'ok', ...nobody, atMs: call.nowMs, notes }]);
    return { ...meant, isBound: (await personOf(trx, meant.residentId))?.isBound ?? false, endedResidentIds };
  });
}

async function onlyOne(world: World, db: Db, named: Named): Promise<Founder | Refused> {
  const [person, ...more] = await personsNamed(world, db, named);
  if (!person?.householdId) return refuse('NOBODY_NAMED');
  if (more.length > 0) return refuse('SEVERAL_NAMED');
  if (isMinor(person, businessDate(world.clock()))) return refuse('NOT_OF_AGE');
  return { residentId: person.residentId, householdId: person.householdId };
}

/** Ends the roles that others have from nobody, with the ways in to them, and gives them on. */
async function passOn(call: SuccessionCall, cityId: string): Promise<string[]> {
  const { db, nowMs, residentId } = call;
  const ending = (await foundingGrants(db)).filter((grant) => grant.residentId !== residentId);
  const others = [...new Set(ending.map((grant) => grant.residentId))];
  for (const id of [residentId, ...others].sort()) await lockResident(db, id);
  for (const id of others) await revokeCodesAndInvites(db, id, nowMs);
  await endGrants(
    db,
    ending.map(({ roleId }) => roleId),
    residentId,
    nowMs,
  );
  for (const grant of ending) publishChange(call, grant, 'revoked');
  await giveMissing(call, [{ role: 'citySupervisor', unitId: cityId }, ...ending]);
  return others;
}

async function giveMissing(
  call: SuccessionCall,
  roles: readonly Pick<FoundingGrant, 'role' | 'unitId'>[],
): Promise<void> {
  const { world, db, nowMs, residentId } = call;
  await lockMutex(db, `role of ${residentId}`);
  const held = (await grantsOf(db, residentId, businessDate(nowMs))).map(({ role, unitId }) => `${role} ${unitId}`);
  const missing = new Map(roles.map((one) => [`${one.role} ${one.unitId}`, one]));
  for (const key of held) missing.delete(key);
  const grants = [...missing.values()].map(({ role, unitId }) => grantOf(world, residentId, role, unitId));
  if (grants.length > 0) await addGrants(db, grants);
  for (const grant of grants) publishChange(call, grant, 'granted');
}

/** The account that is lost, and every way by which its holder could be back. */
async function unbindLostAccount(call: SuccessionCall): Promise<number> {
  const person = await personOf(call.db, call.residentId);
  await revokeCodesAndInvites(call.db, call.residentId, call.nowMs);
  return person ? unbindHolders(call, person, null) : 0;
}

function publishChange({ note, publish }: SuccessionCall, grant: FoundingGrant, change: 'granted' | 'revoked'): void {
  const { roleId, residentId, role, unitId } = grant;
  note({ targetKind: 'role', targetId: roleId, unitId, detail: { residentId, role, change } });
  publish(roleChanged({ roleId, residentId, role, unitId, change }));
}
