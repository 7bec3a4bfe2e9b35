import { randomUUID } from 'node:crypto';
import { addGrants, addUnits, type NewUnit, unitsBelow } from '../../cloudfunctions/organisation';
import { businessDate } from '../../cloudfunctions/values/dates';
import type { Stage } from './stage';

const NAME = '新桥社区';

/**
 * A community on its first day, beside 浏河: four grids of six groups, named as rosters name them; no people, no items. Its
 * admin is the admin of the personas, who works nowhere else from now on.
 */
export async function openCommunity({ world }: Stage): Promise<string> {
  const { db } = world.database;
  const liuhe = (await unitsBelow(db, '/', 'community')).find(({ name }) => name === '浏河社区');
  const street = liuhe && (await unitsBelow(db, '/', 'street')).find(({ unitId }) => unitId === liuhe.parentId);
  if (!liuhe || !street) throw new Error('the demo has no 浏河社区 in a street');
  const makeUnit = (above: { unitId: string; path: string }, level: NewUnit['level'], name: string): NewUnit => {
    const unitId = randomUUID();
    const places = { unitId, parentId: above.unitId, level, code: unitId.slice(0, 30), name };
    const path = `${above.path}${unitId}/`;
    const rest = { setting: null, stage: null, tags: [], startedOn: null, isDemo: true, phone: null };
    return { ...places, path, ...rest, createdAtMs: world.clock() };
  };
  const community: NewUnit = { ...makeUnit(street, 'community', NAME), setting: 'urban', stage: 'preparing' };
  const grids = ['第一网格', '第二网格', '第三网格', '第四网格'].map((name) => makeUnit(community, 'grid', name));
  const groups = grids.flatMap((grid) => [1, 2, 3, 4, 5, 6].map((n) => makeUnit(grid, 'group', `${n}组`)));
  await addUnits(db, [community, ...grids, ...groups]);
  await moveAdmin(world, liuhe.unitId, community.unitId);
  return NAME;
}

async function moveAdmin({ database: { db }, clock }: Stage['world'], fromId: string, toId: string): Promise<void> {
  const held = db.selectFrom('role_grant').selectAll().where('unit_id', '=', fromId).where('revoked_at', 'is', null);
  const grant = await held.where('role', '=', 'communityAdmin').executeTakeFirstOrThrow();
  await db
    .updateTable('role_grant')
    .set({ revoked_by: grant.resident_id, revoked_at: new Date(clock()) })
    .where('id', '=', grant.id)
    .execute();
  const holder = { roleId: randomUUID(), residentId: grant.resident_id, role: grant.role, unitId: toId };
  const terms = { validFrom: businessDate(clock()), validUntil: null, grantedBy: null, grantedAtMs: clock() };
  await addGrants(db, [{ ...holder, ...terms, providerId: null, societyId: null }]);
}
