import { randomUUID } from 'node:crypto';
import { findPrincipal } from '../../cloudfunctions/household';
import { useDatabase } from '../support/database';
import { insertUnits } from '../support/rows';
import { testWorld } from '../support/world';
import { bind, employ, registerHome } from './neighbourhood';

const database = useDatabase();
const world = () => testWorld(database);

describe('who is calling', () => {
  it('knows a WeChat user from the first call on, however many come at once, and never keeps the openid', async () => {
    const identity = { kind: 'wechat', openid: 'openid-canary' } as const;
    const calls = await Promise.all(Array.from({ length: 20 }, () => findPrincipal(world(), identity)));
    expect(new Set(calls.map((principal) => principal?.identityId)).size).toBe(1);
    expect(calls[0]).toMatchObject({ residentId: null, householdId: null, communityId: null, roles: [] });
    const { rows } = await database.ownerPool.query("select string_agg(i::text, ' ') as text from identity i");
    expect(rows[0].text).not.toContain('canary');
  });

  it('knows nobody by an identity that is not there', async () => {
    expect(await findPrincipal(world(), { kind: 'session', identityId: randomUUID() })).toBeNull();
  });

  it('tells household, community and the roles that hold today', async () => {
    const units = await insertUnits(database.db);
    const worker = await employ(world(), units, 'gridWorker', units.gridId, '网格员');
    const principal = await findPrincipal(world(), worker.identity);
    expect(principal).toMatchObject({ residentId: worker.residentId, communityId: units.communityId });
    expect(principal?.roles).toMatchObject([{ role: 'gridWorker', unitId: units.gridId }]);
    expect(principal?.roles[0]?.unitPath.endsWith(`/${units.communityId}/${units.gridId}/`)).toBe(true);
  });

  it('forgets a role the moment it is revoked or past its last day', async () => {
    const units = await insertUnits(database.db);
    const worker = await employ(world(), units, 'communityStaff', units.communityId, '到期的人');
    await database.ownerPool.query("update role_grant set valid_until = '2026-11-22' where resident_id = $1", [
      worker.residentId,
    ]);
    expect((await findPrincipal(world(), worker.identity))?.roles).toEqual([]);
  });

  it('leaves the household of yesterday out', async () => {
    const units = await insertUnits(database.db);
    const { memberIds } = await registerHome(world(), units, { name: '搬走' });
    const somebody = await bind(world(), memberIds[0] ?? '');
    await database.ownerPool.query(
      "update membership set joined_on = '2026-01-01', left_on = '2026-11-22' where resident_id = $1",
      [somebody.residentId],
    );
    expect(await findPrincipal(world(), somebody.identity)).toMatchObject({
      residentId: somebody.residentId,
      householdId: null,
      communityId: null,
    });
  });
});
