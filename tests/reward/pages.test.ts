import { useDatabase } from '../support/database';
import { type Scene, setScene } from './scene';

const database = useDatabase();
let scene: Scene;
let providerId: string;
let reader: string;

interface Page {
  rewards: { rewardId: string; cost: number; kind: string }[];
  nextCursor: string | null;
}

beforeAll(async () => {
  scene = await setScene(database);
  providerId = await scene.addProvider();
  reader = await scene.addPerson({ name: '李桂芳' });
});

/** Asks for page after page; `between` may change what is offered meanwhile. */
async function walk(question: object, between: (nth: number) => Promise<unknown> = async () => undefined) {
  const rewards: Page['rewards'] = [];
  let cursor: string | null = null;
  let nth = 0;
  do {
    const page: Page = await scene.must<Page>(reader, 'list', { ...question, ...(cursor && { cursor }) });
    rewards.push(...page.rewards);
    cursor = page.nextCursor;
    nth += 1;
    await between(nth);
  } while (cursor);
  return { rewards, ids: rewards.map(({ rewardId }) => rewardId), pages: nth };
}
const add = (cost: number, more: object = {}) => scene.addReward([providerId], { cost, ...more });

describe('the rewards of a community', () => {
  it('come page by page, the cheapest first, also where many cost the same', async () => {
    const made = [];
    for (const cost of [30, 10, 20, 20, 20, 20, 40]) made.push(await add(cost));
    const { rewards, ids, pages } = await walk({ limit: 2 });
    expect([...ids].sort()).toEqual([...made].sort());
    expect(rewards.map(({ cost }) => cost)).toEqual([10, 20, 20, 20, 20, 30, 40]);
    expect(pages).toBe(4);
    expect((await walk({})).ids).toEqual(ids);
  });

  it('lose none and tell none twice while others are opened and retired', async () => {
    const before = (await walk({})).ids;
    const admin = await scene.addStaff({ role: 'communityAdmin', unitId: scene.units.communityId });
    const { ids } = await walk({ limit: 2 }, async (nth) => {
      await add(1 + nth); // before what was told already
      await add(1_000 + nth); // behind what is to come
      if (nth === 2) await scene.must(admin, 'retire', { rewardId: before[0] });
    });
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(before));
  });

  it('can be asked for by kind and by whom they are for, over the whole list', async () => {
    const book = await add(5_000, { kind: 'fitnessOrBook' });
    const farm = await add(6_000, { kind: 'agriculture', holder_kind: 'household' });
    expect((await walk({ kinds: ['fitnessOrBook'], limit: 1 })).ids).toEqual([book]);
    expect((await walk({ kinds: ['fitnessOrBook', 'agriculture'], limit: 1 })).ids).toEqual([book, farm]);
    expect((await walk({ holderKinds: ['household'], limit: 1 })).ids).toEqual([farm]);
  });

  it('are no more than a hundred a page, and no cursor but one that was given out', async () => {
    for (const question of [{ limit: 101 }, { limit: 0 }, { kinds: [] }, { cursor: 'made up' }])
      expect(await scene.ask(reader, 'list', question)).toMatchObject({ code: 'INVALID_INPUT' });
  });
});
