import { organisationRoom } from '../../cloudfunctions/organisation/main';
import type { Role } from '../../cloudfunctions/values/roles';
import { cursorOf } from '../support/cursor';
import { useDatabase } from '../support/database';
import { type CallAs, codeOf, dataOf, insertHolder, openTestRoom } from '../support/doors';
import { insertNeighbours, insertUnits, type Units } from '../support/rows';
import { testWorld } from '../support/world';

/** The history of a unit and of all below it, by pages (today is 23 November 2026). */
const database = useDatabase();
const world = () => testWorld(database);
let call: CallAs;
let units: Units;
let next: Units;
let district: string;

interface Page {
  changes: { changeId: string; unitId: string; newName: string; fromOn: string; above: string[]; households: null }[];
  count: number;
  nextCursor: string | null;
}
const told = async (question: object = {}, by = district) =>
  dataOf<Page>(await call(by, 'unitChanges', { unitId: units.districtId, below: true, ...question }));
const names = ({ changes }: Page) => changes.map(({ newName }) => newName);

beforeEach(async () => {
  call = openTestRoom(organisationRoom, world());
  units = await insertUnits(database.db);
  next = await insertNeighbours(database.db, units);
  district = await insertHolder(world(), 'districtSupervisor', units.districtId);
  const renamed = [
    [units.communityId, '一社区', '2026-11-20'],
    [units.gridId, '一网格', '2026-11-05'],
    [next.communityId, '二社区', '2026-11-20'],
    [next.gridId, '二网格', '2026-11-22'],
    [units.gridId, '一网格甲', '2026-11-20'],
  ] as const;
  for (const [unitId, name, fromOn] of renamed)
    expect(codeOf(await call(district, 'renameUnit', { unitId, name, fromOn, because: '区里发的文' }))).toBe('ok');
});

it('tells the newest day first, and of one day what was entered last; the same over many pages as on one', async () => {
  const whole = await told();
  expect(whole.changes.map(({ fromOn }) => fromOn)).toEqual([
    ...['2026-11-22', '2026-11-20', '2026-11-20', '2026-11-20', '2026-11-05'],
  ]);
  expect(new Set(names(whole))).toEqual(new Set(['二网格', '一网格甲', '二社区', '一社区', '一网格']));
  expect(whole).toMatchObject({ count: 5, nextCursor: null });
  const walked: Page['changes'] = [];
  let cursor: string | null = null;
  do {
    const page: Page = await told({ limit: 2, ...(cursor && { cursor }) });
    walked.push(...page.changes);
    cursor = page.nextCursor;
    // what is entered meanwhile for a later day stands before the first page
    await call(district, 'renameUnit', { unitId: next.gridId, name: `二网格之${walked.length}`, because: '又改' });
  } while (cursor && walked.length < 20);
  expect(walked).toEqual(whole.changes);
});

it('tells of the unit alone where nothing below it is asked for, of one kind where that is, and where each is', async () => {
  const own = await told({ unitId: units.communityId, below: false });
  expect(names(own)).toEqual(['一社区']);
  expect(own.count).toBe(1);
  expect(names(await told({ unitId: units.communityId })).sort()).toEqual(['一社区', '一网格', '一网格甲']);
  expect(await told({ kind: 'merged' })).toEqual({ changes: [], count: 0, nextCursor: null });
  expect((await told({ kind: 'renamed', limit: 1 })).count).toBe(5);
  const [grid] = (await told({ unitId: units.gridId })).changes;
  expect(grid).toMatchObject({ newName: '一网格甲', level: 'grid', above: ['一社区'], toAbove: [], households: null });
});

it('is told to who works in the unit or stands above it, and to nobody else', async () => {
  const codeFor = async (role: Role, where: string, unitId: string) =>
    codeOf(await call(await insertHolder(world(), role, where), 'unitChanges', { unitId, below: true }));
  expect(await codeFor('communityAdmin', units.communityId, units.communityId)).toBe('ok');
  expect(await codeFor('citySupervisor', units.cityId, units.districtId)).toBe('ok');
  expect(await codeFor('gridWorker', units.gridId, units.gridId)).toBe('ok');
  expect(await codeFor('gridWorker', units.gridId, units.communityId)).toBe('NOT_ALLOWED');
  expect(await codeFor('communityAdmin', units.communityId, next.communityId)).toBe('NOT_ALLOWED');
  expect(await codeFor('communityAdmin', units.communityId, units.districtId)).toBe('NOT_ALLOWED');
  expect(await codeFor('districtSupervisor', units.districtId, units.cityId)).toBe('NOT_ALLOWED');
  expect(await codeFor('groupLeader', units.gridId, units.gridId)).toBe('NOT_ALLOWED');
  expect(codeOf(await call(null, 'unitChanges', { unitId: units.districtId }))).not.toBe('ok');
  const admin = await insertHolder(world(), 'communityAdmin', units.communityId);
  expect(names(await told({ unitId: units.communityId }, admin))).not.toContain('二社区');
});

it('goes on from no cursor but one that it gave out, and gives no more than a hundred a page', async () => {
  const made = [cursorOf(['2026-11-20', 1]), cursorOf(['no day', 1, units.gridId]), 'made up'];
  for (const question of [{ limit: 0 }, { limit: 101 }, ...made.map((cursor) => ({ cursor }))])
    expect(codeOf(await call(district, 'unitChanges', { unitId: units.districtId, ...question }))).toBe(
      'INVALID_INPUT',
    );
});
