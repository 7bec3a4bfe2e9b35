import { randomUUID } from 'node:crypto';
import { awardRoom } from '../../cloudfunctions/award/main';
import { findPrincipal } from '../../cloudfunctions/household';
import { openRoom } from '../../cloudfunctions/kit/room';
import { employ, registerHome } from '../household/neighbourhood';
import { openDoors } from '../reliability/doors';
import { useDatabase } from '../support/database';
import { insertItem, insertUnits, type Units } from '../support/rows';
import { testWorld } from '../support/world';

const database = useDatabase();
const world = () => testWorld(database);

/** A second grid of the community, for somebody who lives across the road. */
async function nextGrid(units: Units): Promise<Units> {
  const gridId = randomUUID();
  await database.ownerPool.query(
    `insert into org_unit (id, parent_id, level, code, name, path, created_at)
     select $1::uuid, id, 'grid', $1::text, '对门网格', path || $1::text || '/', created_at from org_unit where id = $2`,
    [gridId, units.communityId],
  );
  return { ...units, gridId };
}

describe('a grid worker', () => {
  it('awards the community’s items to people of the own grid, and to nobody beyond it', async () => {
    const units = await insertUnits(database.db);
    const worker = await employ(world(), units, 'gridWorker', units.gridId, '网格员');
    const near = await registerHome(world(), units, { name: '近邻' });
    const across = await registerHome(world(), await nextGrid(units), { name: '对门' });
    const away = await registerHome(world(), await insertUnits(database.db), { name: '外人' });
    const itemId = await insertItem(database.db, { units, draftedBy: worker.residentId });
    const holders = [near, across, away].map(({ memberIds }) => ({ kind: 'resident', id: memberIds[0] }));

    const dispatch = openRoom(awardRoom, world(), findPrincipal);
    const body = { input: { itemId, holders }, requestId: randomUUID() };
    const answer = await dispatch('give', { body, identity: worker.identity });
    expect(answer).toMatchObject({
      ok: true,
      data: {
        postedCount: 1,
        results: [
          { outcome: { state: 'posted' } },
          { outcome: { state: 'refused', code: 'HOLDER_NOT_FOUND' } },
          { outcome: { state: 'refused', code: 'HOLDER_NOT_FOUND' } },
        ],
      },
    });
    const ask = openDoors(world());
    const look = async (at: number) => {
      const told = await ask(worker, 'ledger.balance', { holderId: holders[at]?.id });
      return told.code ?? 'ok';
    };
    expect([await look(0), await look(1), await look(2)]).toEqual(['ok', 'NOT_ALLOWED', 'NOT_ALLOWED']);
    const lately = await ask(worker, 'award.recent', { unitId: units.communityId });
    expect(lately).toMatchObject({ data: { itemIds: [itemId], residentIds: [near.memberIds[0]] } });
    const other = await insertUnits(database.db);
    expect(await ask(worker, 'award.recent', { unitId: other.communityId })).toMatchObject({ code: 'NOT_ALLOWED' });
    const foreign = await insertItem(database.db, { units: other, draftedBy: worker.residentId });
    const outside = { input: { itemId: foreign, holders: holders.slice(0, 1) }, requestId: randomUUID() };
    expect(await dispatch('give', { body: outside, identity: worker.identity })).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});
