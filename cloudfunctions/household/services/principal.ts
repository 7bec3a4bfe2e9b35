import { businessDate } from '../../kit/clock';
import { newId } from '../../kit/ids';
import type { FindPrincipal } from '../../kit/serve';
import type { World } from '../../kit/world';
import { rolesOf } from '../../organisation';
import { type IdentityRow, identityById, identityBySubject, insertIdentities } from '../store/identities';

/** An openid or a persona's key is kept only as its HMAC. */
export const subjectHash = (world: World, kind: 'wechat' | 'demo', subject: string) =>
  world.keys.hmac('identity', kind, subject);

/**
 * Who is calling, from what the platform vouches for. A WeChat user is known from first sight on; a session's identity
 * must be there. Roles are read anew for each request, so that a revoked one ends at once.
 */
export const findPrincipal: FindPrincipal = async (world, identity) => {
  const { db } = world.database;
  const row =
    identity.kind === 'session'
      ? await identityById(db, identity.identityId)
      : await identityOfOpenid(world, identity.openid);
  if (!row) return null;
  const roles = row.residentId ? await rolesOf(db, row.residentId, businessDate(world.clock())) : [];
  return { ...row, roles };
};

async function identityOfOpenid(world: World, openid: string): Promise<IdentityRow | null> {
  const { db } = world.database;
  const hash = subjectHash(world, 'wechat', openid);
  const known = await identityBySubject(db, 'wechat', hash);
  if (known) return known;
  const identityId = newId(world);
  await insertIdentities(db, [{ identityId, kind: 'wechat', subjectHash: hash, residentId: null }], world.clock());
  return identityBySubject(db, 'wechat', hash); // two first calls at once: both get the one that went in
}
