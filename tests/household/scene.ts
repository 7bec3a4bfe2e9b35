import { actions } from '../../cloudfunctions/household/actions';
import type { TestDatabase } from '../support/database';
import { TEST_NOW_MS, testWorld } from '../support/world';
import {
  type Ask,
  insertNeighbourhood,
  issuePapers,
  type MemberOf,
  type Neighbourhood,
  openDoor,
} from './neighbourhood';

/** For a test file: the room behind its door, a neighbourhood, and a clock that begins anew for each test. */
export function useScene(database: TestDatabase) {
  const opened: { ask?: Ask; place?: Neighbourhood } = {};
  const found = <T>(one: T | undefined): T => {
    if (!one) throw new Error('the scene is set before the first test');
    return one;
  };
  const world = () => testWorld(database, { clock: () => scene.nowMs });
  const ask = ((...asked: Parameters<Ask>) => found(opened.ask)(...asked)) as Ask;
  const scene = {
    nowMs: TEST_NOW_MS,
    world,
    ask,
    get place() {
      return found(opened.place);
    },
    /** Another neighbourhood, in which nothing has happened yet. */
    moveOn: async () => {
      opened.place = await insertNeighbourhood(world());
    },
    handOut: (...members: readonly MemberOf[]) => issuePapers(world(), ask, scene.place, ...members),
    count: async (sql: string, ...values: unknown[]) => (await database.ownerPool.query(sql, values)).rowCount,
  };
  beforeAll(async () => {
    opened.ask = openDoor(world(), actions);
    await scene.moveOn();
  });
  beforeEach(() => {
    scene.nowMs = TEST_NOW_MS;
  });
  return scene;
}
