import { useDatabase } from '../support/database';
import { codeOf, dataOf } from '../support/doors';
import { testWorld } from '../support/world';
import { openScene, type Scene } from './scene';

const database = useDatabase();
let scene: Scene;
interface Page {
  readonly items: readonly {
    readonly name: string;
    readonly drafted?: { readonly byName: string; readonly atMs: number; readonly isOwn: boolean };
  }[];
  readonly count: number;
  readonly nextCursor: string | null;
}
const list = async (more: object = {}) =>
  dataOf<Page>(await scene.call(scene.staff, 'items', { ...scene.here, state: 'draft', ...more }));
const namesOf = ({ items }: Page) => items.map(({ name }) => name);

beforeAll(async () => {
  scene = await openScene(testWorld(database));
  await scene.draft('八段锦带练', { points: 3, category: '文体' });
  await scene.draft('安静楼道', { points: 10, category: '环境' });
  await scene.draft('残疾人陪伴', { points: 5, category: '互助', holderKind: 'household' });
  dataOf(await scene.call(scene.staff, 'draftItem', scene.item('代买药', { points: 6, category: '帮扶' })));
});

it.each([
  [{ by: 'category', falling: false }, ['代买药', '残疾人陪伴', '安静楼道', '八段锦带练']],
  [{ by: 'category', falling: true }, ['八段锦带练', '安静楼道', '残疾人陪伴', '代买药']],
  [{ by: 'name', falling: false }, ['安静楼道', '八段锦带练', '残疾人陪伴', '代买药']],
  [{ by: 'points', falling: true }, ['安静楼道', '代买药', '残疾人陪伴', '八段锦带练']],
] as const)('sorts the whole list and not a page: %j', async (sort, names) => {
  const found: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Page = await list({ sort, limit: 1, ...(cursor && { cursor }) });
    found.push(...namesOf(page));
    cursor = page.nextCursor;
    expect(page.count).toBe(4);
  } while (cursor);
  expect(found).toEqual(names);
});

it.each([
  [{ holderKind: 'household' }, ['残疾人陪伴']],
  [{ pointsTo: 5 }, ['残疾人陪伴', '八段锦带练']],
  [{ pointsFrom: 6, pointsTo: 9 }, ['代买药']],
  [{ limited: false }, ['代买药']],
  [{ basis: true }, ['残疾人陪伴', '安静楼道', '八段锦带练']],
])('sifts and counts it: %j', async (only, names) => {
  const page = await list({ only });
  expect([[...namesOf(page)].sort(), page.count]).toEqual([[...names].sort(), names.length]);
});

it('goes on from no cursor that was given out in another order', async () => {
  const { nextCursor } = await list({ limit: 1 });
  const other = { ...scene.here, state: 'draft', sort: { by: 'points', falling: false }, cursor: nextCursor };
  expect(codeOf(await scene.call(scene.staff, 'items', other))).toBe('INVALID_INPUT');
});

it('says of each draft who changed it last, and of nothing that is published', async () => {
  const { items } = await list();
  const isOwn = (name: string) => items.find((one) => one.name === name)?.drafted?.isOwn;
  expect(items.every(({ drafted }) => drafted !== undefined && drafted.atMs > 0)).toBe(true);
  expect(isOwn('代买药')).toBe(true);
  const seen = dataOf<Page>(await scene.call(scene.admin, 'items', { ...scene.here, state: 'draft' }));
  expect(seen.items.find(({ name }) => name === '代买药')?.drafted?.isOwn).toBe(false);
  expect((await list({ state: 'published' })).items.some((one) => one.drafted !== undefined)).toBe(false);
});
