import type { OutputOf } from '../../cloudfunctions/kit/action';
import type { waiting } from '../../cloudfunctions/oversight/contract';
import type { Role } from '../../cloudfunctions/values/roles';
import { type Desk, openDesk } from '../reliability/matrix/desk';
import { addBranch, type Place, setPlace } from '../reliability/matrix/place';
import { useDatabase } from '../support/database';
import { testWorld } from '../support/world';

/** A community in which something of each kind waits, all of it begun by its staff. */
const database = useDatabase();
let desk: Desk;
let place: Place;
beforeAll(async () => {
  const world = testWorld(database);
  desk = openDesk(world);
  place = await setPlace(world, desk, await addBranch(world));
}, 60_000);

type Kinds = OutputOf<typeof waiting>['kinds'];
async function waitsFor(role: Role, unitId = place.units.communityId): Promise<Kinds> {
  const told = await desk.must<{ kinds: Kinds }>(place.people[role].identity, 'oversight.waiting', { unitId });
  return told.kinds;
}
const counted = (kinds: Kinds) => Object.fromEntries(kinds.map(({ kind, count }) => [kind, count]));

describe('what waits', () => {
  it('is told to whoever decides it, each with since when', async () => {
    const kinds = await waitsFor('communityAdmin');
    expect(kinds.map(({ kind }) => kind)).toEqual(['application', 'correction', 'award', 'household', 'merge', 'slip']);
    expect(counted(kinds)).toMatchObject({ award: place.waitingIds.length, household: 2 });
    expect(kinds.filter(({ kind, count }) => count === 0 && kind !== 'merge')).toEqual([]); // merges are their own
    expect(kinds.filter(({ count, sinceMs }) => sinceMs.length !== count)).toEqual([]);
  });

  it('leaves out what is one’s own, which another person decides', async () => {
    const { award, household, merge, ...others } = counted(await waitsFor('communityStaff'));
    expect([award, household]).toEqual([0, 0]);
    expect('correction' in others).toBe(false);
    expect(merge).toBe(2);
    expect(counted(await waitsFor('communityAdmin')).merge).toBe(0);
  });

  it('tells a grid worker of their community what a grid worker does', async () => {
    const kinds = await waitsFor('gridWorker', place.units.gridId);
    expect(kinds.map(({ kind }) => kind)).toEqual(['application', 'slip']);
    expect(counted(kinds).application).toBeGreaterThan(0);
  });
});
