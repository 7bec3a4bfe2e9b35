import { newId } from '../../kit/ids';
import type { FindPrincipal } from '../../kit/serve';
import { readShared } from '../../kit/shared-read';
import type { World } from '../../kit/world';
import { businessDate } from '../../values/dates';
import { CALLER_BY_ID, CALLER_BY_OPENID, type CallerRow, insertIdentities } from '../store/identities';

/** An openid or a persona's key is kept only as its HMAC. */
export const subjectHash = (world: World, kind: 'wechat' | 'demo', subject: string) =>
  world.keys.hmac('identity', kind, subject);

/**
 * Who is calling, from what the platform vouches for. A WeChat user is known from first sight on; a session's identity
 * must be there. Roles are read anew for each request, so that a revoked one ends at once.
 */
export const findPrincipal: FindPrincipal = (world, identity) => {
  const day = businessDate(world.clock());
  return identity.kind === 'session'
    ? readShared(world.database, CALLER_BY_ID, { identityId: identity.identityId, day })
    : callerOfOpenid(world, identity.openid, day);
};

async function callerOfOpenid(world: World, openid: string, day: string): Promise<CallerRow | null> {
  const hash = subjectHash(world, 'wechat', openid);
  const find = () => readShared(world.database, CALLER_BY_OPENID, { subjectHash: hash, day });
  const known = await find();
  if (known) return known;
  const identityId = newId(world);
  const newcomer = { identityId, kind: 'wechat' as const, subjectHash: hash, residentId: null };
  await insertIdentities(world.database.db, [newcomer], world.clock());
  return find(); // two first calls at once: both get the one that went in
}
