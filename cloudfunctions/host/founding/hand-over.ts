import { randomUUID } from 'node:crypto';
import { householdsOf } from '../../household';
import { issueBindCode, issueCard } from '../../household/contract';
import { householdRoom } from '../../household/main';
import type { Action, OutputOf, RequestOf } from '../../kit/action';
import { newId } from '../../kit/ids';
import type { HeldRole } from '../../kit/principal';
import { openRoom } from '../../kit/room';
import type { World } from '../../kit/world';
import type { Founder } from './standing';

/** What the first person needs to bind: their household's card and six digits. */
export interface Papers {
  readonly cardNumber: string;
  readonly cardQr: string;
  readonly code: string;
  readonly codeEndsAtMs: number;
}

/**
 * Made by the same actions as anybody's, in the first person's own name, since nobody stands above them. The operator
 * lends the reach of their community's admin, which they need not be.
 */
export async function handOver(world: World, { residentId, householdId }: Founder): Promise<Papers> {
  const roles = await adminOf(world, householdId);
  const identityId = newId(world);
  const dispatch = openRoom(householdRoom, world, async () => ({
    ...{ identityId, residentId, householdId, communityId: null, roles },
  }));
  const act = async <A extends Action>({ name }: A, input: RequestOf<A>): Promise<OutputOf<A>> => {
    const verb = name.slice(householdRoom.name.length + 1);
    const answer = await dispatch(verb, {
      body: { input, requestId: randomUUID() },
      identity: { kind: 'session', identityId },
    });
    if (!answer.ok) throw new Error(`${name} was refused: ${answer.code}`);
    return answer.data as OutputOf<A>;
  };
  const card = await act(issueCard, { householdId });
  const { code, expiresAtMs } = await act(issueBindCode, { residentId });
  return { cardNumber: card.number, cardQr: card.qr, code, codeEndsAtMs: expiresAtMs };
}

async function adminOf({ database }: World, householdId: string): Promise<HeldRole[]> {
  const home = (await householdsOf(database.db, [householdId])).get(householdId);
  if (!home) return [];
  const { communityId: unitId, communityPath: unitPath } = home;
  return [{ role: 'communityAdmin', unitId, unitPath, providerId: null, societyId: null }];
}
