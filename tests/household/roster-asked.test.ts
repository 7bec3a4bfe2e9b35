import { actions } from '../../cloudfunctions/household/actions';
import { useDatabase } from '../support/database';
import { keepFile } from '../support/upload';
import { testWorld } from '../support/world';
import { type Ask, insertNeighbourhood, type Neighbourhood, openDoor, outcome } from './neighbourhood';
import { rosterOf, wang, wife } from './roster-scene';
import { makeSheets, makeWorkbook } from './workbook';

const database = useDatabase();
let ask: Ask;
let place: Neighbourhood;

beforeAll(() => {
  ask = openDoor(testWorld(database), actions);
});
beforeEach(async () => {
  place = await insertNeighbourhood(testWorld(database));
  await database.ownerPool.query("update org_unit set name = '第一网格' where id = $1", [place.here.gridId]);
});

interface Said {
  readonly decisions?: readonly { sheet: number; row: number; residentId: string | null }[];
  readonly columns?: readonly { title: string; field: string | null }[];
}
const input = async (file: Buffer, said: Said = {}) => ({
  unitId: place.here.communityId,
  fileName: '花名册.xlsx',
  fileHash: await keepFile(testWorld(database), place.staff.identityId, file),
  ...said,
});
const takeIn = async (file: Buffer, said?: Said) => ask(place.staff.identity, 'importRoster', await input(file, said));
const look = async (file: Buffer, said?: Said) =>
  (await ask(place.staff.identity, 'previewRoster', await input(file, said))).data;
const find = async (query: string) =>
  (await ask(place.staff.identity, 'find', { unitId: place.here.communityId, query })).data.people;

describe('somebody of whom a remark says that they are gone', () => {
  const gone = { ...wife, 备注: '2023年已故' };

  it('stays out and is asked about with the words, until a person says that they are here', async () => {
    const seen = await look(rosterOf(wang, gone));
    expect(seen.unclear).toMatchObject([
      { sheet: '名册', row: 3, name: '李小河', because: 'saysGone', words: '2023年已故', candidates: [] },
    ]);
    expect(seen.counts).toMatchObject({ rows: 2, people: 1, refusedRows: 1, waitingRows: 1 });
    const without = await takeIn(rosterOf(wang, gone));
    expect(without.data.findings).toContainEqual(
      expect.objectContaining({ row: 3, field: '备注', kind: 'saysGone', effect: 'rowRefused', as: '2023年已故' }),
    );
    expect(await find('李小河')).toEqual([]);
    const here = { sheet: 1, row: 3, residentId: null };
    expect((await takeIn(rosterOf(wang, gone), { decisions: [here] })).data.counts).toMatchObject({ newPeople: 1 });
    expect(await find('李小河')).toHaveLength(1);
  });

  it('is left as they are where they are registered, and no file ends anybody', async () => {
    await takeIn(rosterOf(wang, wife));
    const again = await takeIn(rosterOf(wang, { ...gone, 联系电话: '14000005008' }));
    expect(again.data.counts).toMatchObject({ changedPeople: 0, unchangedPeople: 1, waitingRows: 1 });
    expect((await find('李小河')).map(({ relation }) => relation)).toEqual(['配偶']);
  });

  it('cannot be said to be somebody else, and a head who may be gone holds up the household', async () => {
    await takeIn(rosterOf(wang));
    const [dashan] = await find('王大山');
    const wrong = { sheet: 1, row: 3, residentId: dashan?.residentId ?? '' };
    expect(outcome(await takeIn(rosterOf(wang, gone), { decisions: [wrong] }))).toBe('DECISION_NOT_POSSIBLE');
    const head = { ...wang, 户编号: 'W7', 户主姓名: '周老', 姓名: '周老', 备注: '去世' };
    const son = { ...head, 姓名: '周小', 与户主关系: '子', 出生日期: '1990-01-01', 备注: null };
    expect((await look(rosterOf(head, son))).unclear.map(({ because }) => because)).toEqual([
      'saysGone',
      'headUnclear',
    ]);
  });
});

describe('a list without birth dates', () => {
  it('means by household number and name whom it can only mean, and says first how many have none', async () => {
    await takeIn(rosterOf(wang, wife));
    const bare = [wang, wife].map((row) => ({ ...row, 出生日期: null }));
    const seen = await look(rosterOf(...bare));
    expect(seen.unclear).toEqual([]);
    expect(seen.counts).toMatchObject({ unchangedPeople: 2, withoutBirth: 0 });
    const new950 = Array.from({ length: 950 }, (_, i) => ({
      ...wang,
      户编号: `N${i}`,
      出生日期: null,
      联系电话: null,
    }));
    expect((await look(rosterOf(...new950))).counts).toMatchObject({ newPeople: 950, withoutBirth: 950 });
  });

  it('learns the month, and then the day, of somebody of whom less was known', async () => {
    await takeIn(rosterOf({ ...wang, 出生日期: null }));
    for (const [born, on] of [
      ['1960', '1960-12-31'],
      ['1960年1月', '1960-01-31'],
      ['1960-01-02', '1960-01-02'],
      ['1960', '1960-01-02'],
    ]) {
      await takeIn(rosterOf({ ...wang, 出生日期: born ?? null }));
      const { rows } = await database.ownerPool.query('select born_on::text as on from resident where id = $1', [
        (await find('王大山'))[0]?.residentId,
      ]);
      expect(rows).toEqual([{ on }]);
    }
  });

  it('with an age instead means the same person a year later', async () => {
    const aged = (age: number) => {
      const titles = ['户编号', '姓名', '与户主关系', '年龄'];
      return makeWorkbook([titles, ['A1', '王甲', '户主', age]]);
    };
    await takeIn(aged(66));
    expect((await look(aged(67))).counts).toMatchObject({ unchangedPeople: 1, vagueBirth: 1, waitingRows: 0 });
  });
});

describe('a title that nobody knows', () => {
  const file = makeWorkbook([
    ['档案号', '姓名', '跟户主啥关系', '门派'],
    ['A1', '王甲', '户主', '无'],
  ]);
  const columns = [
    { title: '档案号', field: '户编号' },
    { title: '跟户主啥关系', field: '与户主关系' },
    { title: '门派', field: null },
  ];

  it('is asked about, and a file that lacks what is needed is not taken in', async () => {
    const seen = await look(file);
    expect(seen.sheets).toMatchObject([{ state: 'lacksColumns', lacks: ['户编号'], people: 0 }]);
    expect(seen.sheets[0]?.columns.map(({ title, state }) => [title, state])).toEqual(
      columns.map(({ title }) => [title, 'unknown']),
    );
    expect(outcome(await takeIn(file))).toBe('FILE_WITHOUT_HEADER');
  });

  it('is read as a person said, which the community remembers once the file has gone in, and no other does', async () => {
    expect((await look(file, { columns })).counts).toMatchObject({ newPeople: 1 });
    expect((await look(file)).counts).toMatchObject({ rows: 0 });
    await takeIn(file, { columns });
    expect((await look(file)).counts).toMatchObject({ unchangedPeople: 1 });
    place = await insertNeighbourhood(testWorld(database));
    expect((await look(file)).counts).toMatchObject({ rows: 0 });
  });
});

it('keeps whom several sheets name apart by their sheet, in questions and in answers', async () => {
  const titles = ['户编号', '姓名', '与户主关系', '备注'];
  const file = makeSheets([
    { name: '一组', rows: [titles, ['A1', '王甲', '户主', '搬走']] },
    { name: '二组', rows: [titles, ['B1', '李乙', '户主', '搬走']] },
  ]);
  const answer = await takeIn(file, { decisions: [{ sheet: 2, row: 2, residentId: null }] });
  expect(answer.data.counts).toMatchObject({ newPeople: 1, waitingRows: 1 });
  expect((await find('B1')).map(({ name }) => name)).toEqual(['李乙']);
  expect(answer.data.findings).toContainEqual(expect.objectContaining({ sheet: '一组', row: 2, kind: 'saysGone' }));
});

it('keeps no ID number anywhere, and says none back', async () => {
  const number = '420802195003080016';
  const titles = ['户编号', '姓名', '与户主关系', '身份证号', '备注'];
  const file = makeWorkbook([titles, ['A1', '王甲', '户主', number, `低保 ${number}`]]);
  const seen = await look(file);
  const taken = await takeIn(file);
  expect(JSON.stringify([seen, taken])).not.toContain(number);
  const { rows } = await database.ownerPool.query('select born_on::text as on, sex from resident where id = $1', [
    (await find('王甲'))[0]?.residentId,
  ]);
  expect(rows).toEqual([{ on: '1950-03-08', sex: 'male' }]);
  const kept = await database.ownerPool.query(
    "select string_agg(t::text, ' ') as all from (select * from audit_log) t",
  );
  expect(kept.rows[0].all).not.toContain(number);
  const answers = await database.ownerPool.query(
    "select string_agg(t::text, ' ') as all from (select * from request_log) t",
  );
  expect(answers.rows[0].all).not.toContain(number);
});
