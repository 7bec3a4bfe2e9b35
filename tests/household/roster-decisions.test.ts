import { randomUUID } from 'node:crypto';
import { actions } from '../../cloudfunctions/household/actions';
import { useDatabase } from '../support/database';
import { keepFile } from '../support/upload';
import { testWorld } from '../support/world';
import { type Ask, insertNeighbourhood, type Neighbourhood, openDoor, outcome } from './neighbourhood';
import { rosterOf, wang, wife } from './roster-scene';

const database = useDatabase();
let ask: Ask;
let place: Neighbourhood;

beforeAll(() => {
  ask = openDoor(testWorld(database), actions);
});
beforeEach(async () => {
  place = await insertNeighbourhood(testWorld(database));
  await database.ownerPool.query("update org_unit set name = '第一网格' where id = $1", [place.here.gridId]);
  await takeIn(rosterOf(wang, wife));
});

type Decisions = { sheet: number; row: number; residentId: string | null }[];
/** Of the only sheet of these files. */
const decide = (row: number, residentId: string | null) => ({ sheet: 1, row, residentId });
const input = async (file: Buffer) => ({
  unitId: place.here.communityId,
  fileName: '花名册.xlsx',
  fileHash: await keepFile(testWorld(database), place.staff.identityId, file),
});
const takeIn = async (file: Buffer, decisions: Decisions = []) =>
  ask(place.staff.identity, 'importRoster', { ...(await input(file)), decisions });
const look = async (file: Buffer) => (await ask(place.staff.identity, 'previewRoster', await input(file))).data;
const find = async (query: string) =>
  (await ask(place.staff.identity, 'find', { unitId: place.here.communityId, query })).data.people;
const idOf = async (name: string) => (await find(name))[0]?.residentId ?? `no ${name}`;
const unclearRows = ({ findings }: { findings: readonly { row: number; kind: string }[] }) =>
  findings.filter(({ kind }) => kind === 'unclearMatch').map(({ row }) => row);

const kept = {
  ...{ sheet: '名册', row: 2, field: '出生日期', kind: 'keptAsRegistered', effect: 'fieldLeftOut' },
  ...{ said: null, as: null },
};
const older = { ...wang, 出生日期: '1961-01-02', 联系电话: '14000005009' };
const newcomer = { ...wife, 姓名: '王新来', 出生日期: '1990-01-01' };
const nameless = { ...wife, 姓名: null };
const wangOfW3 = { ...wang, 户编号: 'W3' };
const sonOfW3 = { ...wangOfW3, 姓名: '王新', 与户主关系: '子', 出生日期: '1999-01-01' };

describe('a row that could mean somebody who is here', () => {
  it('is shown with whoever could be meant and why it is unclear', async () => {
    const moved = { ...wife, 户编号: 'W2', 户主姓名: '赵老', 与户主关系: '儿媳' };
    const zhao = { ...wang, 户编号: 'W2', 户主姓名: '赵老', 姓名: '赵老', 出生日期: '1950-01-01' };
    const stranger = {
      ...wang,
      户编号: 'W3',
      户主姓名: '王大山',
      姓名: '王新',
      与户主关系: '子',
      出生日期: '1999-01-01',
    };
    const { unclear } = await look(rosterOf(older, zhao, moved, { ...wang, 户编号: 'W3' }, stranger));
    const dashan = { residentId: await idOf('王大山'), name: '王大山', bornOn: '1960-01-02', householdNumber: 'W1' };
    const xiaohe = { residentId: await idOf('李小河'), address: '河边1号', relation: '配偶', bornPrecision: 'day' };
    expect(unclear).toMatchObject([
      { row: 2, name: '王大山', bornOn: '1961-01-02', because: 'birthDiffers', candidates: [dashan] },
      { row: 4, name: '李小河', householdNumber: 'W2', because: 'livesElsewhere', candidates: [xiaohe] },
      { row: 5, because: 'livesElsewhere', candidates: [dashan] },
      { row: 6, name: '王新', because: 'headUnclear', candidates: [] },
    ]);
  });

  it('is shown beside the people whose number it has, when no name agrees', async () => {
    const stranger = { ...wang, 户主姓名: '周外人', 姓名: '周外人', 出生日期: '1970-07-07' };
    const { unclear } = await look(rosterOf(stranger));
    expect(unclear).toMatchObject([{ row: 2, because: 'otherHousehold' }]);
    expect(unclear[0]?.candidates.map(({ name }) => name).sort()).toEqual(['李小河', '王大山']);
  });

  it('is not offered somebody whom another row means already', async () => {
    const { unclear } = await look(rosterOf(wang, older));
    expect(unclear).toMatchObject([{ row: 3, because: 'birthDiffers', candidates: [] }]);
  });
});

describe('who is meant', () => {
  it('stays out while nobody has decided', async () => {
    expect((await takeIn(rosterOf(older))).data.counts).toMatchObject({
      refusedRows: 1,
      changedPeople: 0,
      newPeople: 0,
    });
  });

  it('is this person: what the file knows better is learned, nobody is doubled, the birthday stays', async () => {
    const residentId = await idOf('王大山');
    const taken = await takeIn(rosterOf(older), [decide(2, residentId)]);
    expect(taken.data.counts).toMatchObject({ refusedRows: 0, changedPeople: 1, newPeople: 0 });
    expect(unclearRows(taken.data)).toEqual([]);
    expect(await find('14000005009')).toMatchObject([{ residentId, age: 66 }]);
    expect(await find('W1')).toHaveLength(2);
  });

  it('is somebody new, once: the same file finds them afterwards', async () => {
    const taken = await takeIn(rosterOf(older), [decide(2, null)]);
    expect(taken.data.counts).toMatchObject({ newPeople: 1, refusedRows: 0 });
    expect((await find('王大山')).map(({ age, relation }) => [age, relation]).sort()).toEqual([
      [65, '成员'],
      [66, '户主'],
    ]);
    const again = await takeIn(rosterOf(older));
    expect(again.data.counts).toMatchObject({ newPeople: 0, unchangedPeople: 1, refusedRows: 0 });
    expect(await find('W1')).toHaveLength(3);
  });

  it('is somebody of another household: a list moves nobody', async () => {
    const zhao = { ...wang, 户编号: 'W2', 户主姓名: '赵老', 姓名: '赵老', 出生日期: '1950-01-01', 联系电话: null };
    const moved = { ...wife, 户编号: 'W2', 户主姓名: '赵老', 与户主关系: '儿媳' };
    const taken = await takeIn(rosterOf(zhao, moved), [decide(3, await idOf('李小河'))]);
    expect(taken.data.counts).toMatchObject({ newPeople: 1, unchangedPeople: 1, refusedRows: 0 });
    expect(await find('李小河')).toMatchObject([{ householdNumber: 'W1' }]);
  });

  it('is a new head with a namesake elsewhere: then the household comes in with all of it', async () => {
    const namesake = { ...wang, 户编号: 'W3', 联系电话: null };
    const son = { ...namesake, 姓名: '王新', 与户主关系: '子', 出生日期: '1999-01-01' };
    const taken = await takeIn(rosterOf(namesake, son), [decide(2, null)]);
    expect(taken.data.counts).toMatchObject({ newHouseholds: 1, newPeople: 2, refusedRows: 0 });
    expect((await find('W3')).map(({ name, isHead }) => [name, isHead]).sort()).toEqual(
      [
        ['王大山', true],
        ['王新', false],
      ].sort(),
    );
  });

  it('cannot be somebody who was not among those who could be meant, nor one person by two rows', async () => {
    const [dashan, xiaohe] = [await idOf('王大山'), await idOf('李小河')];
    const outsider = await takeIn(rosterOf(older), [decide(2, xiaohe)]);
    expect(outcome(outsider)).toBe('DECISION_NOT_POSSIBLE');
    const twice = rosterOf(older, { ...older, 出生日期: '1963-01-02' });
    const both = [2, 3].map((row) => decide(row, dashan));
    expect(await takeIn(twice, both)).toMatchObject({ code: 'DECISION_NOT_POSSIBLE', detail: { row: 3 } });
    expect(await find('14000005009')).toEqual([]);
    expect(await find('W1')).toHaveLength(2);
  });

  it.each([
    ['a row that is clear by now', rosterOf(wang, newcomer), [decide(2, null)], 2],
    ['a row that the file does not have', rosterOf(newcomer), [decide(99, null)], 99],
    ['a row that is refused for another reason', rosterOf(newcomer, nameless), [decide(3, null)], 3],
    ['a row that waits for its head', rosterOf(wangOfW3, sonOfW3), [decide(3, null)], 3],
    ['one row twice', rosterOf(older, newcomer), Array(2).fill(decide(2, null)), 2],
  ])('cannot be said of %s: then nothing is taken in', async (_which, file, decisions, row) => {
    expect(await takeIn(file, decisions)).toMatchObject({ code: 'DECISION_NOT_POSSIBLE', detail: { row } });
    expect(await find('W1')).toHaveLength(2);
    expect(await find('W3')).toEqual([]);
  });

  it('keeps the registered birthday and says so, also to a repeated request; the same file asks again', async () => {
    const requestId = randomUUID();
    const decisions = [decide(2, await idOf('王大山'))];
    const sending = async () =>
      ask(place.staff.identity, 'importRoster', { ...(await input(rosterOf(older))), decisions }, requestId);
    const taken = await sending();
    expect(taken.data.findings).toContainEqual(kept);
    expect(await sending()).toEqual(taken);
    expect((await look(rosterOf(older))).unclear).toMatchObject([{ row: 2, because: 'birthDiffers' }]);
  });

  it('learns the birthday where only another year was registered, and is not asked again', async () => {
    const roughly = { ...wife, 姓名: '王小河', 出生日期: '1970' };
    await takeIn(rosterOf(wang, roughly));
    const exact = rosterOf(wang, { ...roughly, 出生日期: '1971-05-06' });
    const taken = await takeIn(exact, [decide(3, await idOf('王小河'))]);
    expect(taken.data.findings.map(({ kind }) => kind)).not.toContain('keptAsRegistered');
    expect((await look(exact)).unclear).toEqual([]);
  });

  it('is somebody registered under another name, which stays and is said', async () => {
    const stranger = { ...wang, 户主姓名: '周外人', 姓名: '周外人' };
    const taken = await takeIn(rosterOf(stranger), [decide(2, await idOf('王大山'))]);
    expect(taken.data.findings).toContainEqual({ ...kept, field: '姓名' });
    expect(await find('周外人')).toEqual([]);
  });
});
