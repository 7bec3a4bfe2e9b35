import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { actions } from '../../cloudfunctions/household/actions';
import { addUnits, unitOf } from '../../cloudfunctions/organisation';
import { useDatabase } from '../support/database';
import { processorMs } from '../support/processor';
import type { Units } from '../support/rows';
import { keepFile } from '../support/upload';
import { TEST_NOW_MS, testWorld } from '../support/world';
import { type ExpectedRoster, expectedFindings, shortened } from './expected-roster';
import { type Ask, employ, insertNeighbourhood, type Neighbourhood, openDoor, outcome } from './neighbourhood';
import { rosterOf, TITLES, wang, wife } from './roster-scene';
import { makeWorkbook } from './workbook';

const LIUHE = readFileSync('cloudfunctions/host/demo/data/roster-liuhe-made-up.xlsx');
const database = useDatabase();
const world = () => testWorld(database);
let ask: Ask;
let place: Neighbourhood;

beforeAll(() => {
  ask = openDoor(world(), actions);
});
beforeEach(async () => {
  place = await insertNeighbourhood(world());
  await database.ownerPool.query("update org_unit set name = '第一网格' where id = $1", [place.here.gridId]);
});

async function insertGrids(units: Units): Promise<void> {
  const community = await unitOf(database.db, units.communityId);
  const first = await unitOf(database.db, units.gridId);
  if (!community || !first) throw new Error('no place');
  const below = (parent: { unitId: string; path: string }, level: 'grid' | 'group', name: string) => {
    const unitId = randomUUID();
    const path = `${parent.path}${unitId}/`;
    const row = { unitId, parentId: parent.unitId, level, code: unitId.slice(0, 30), name, setting: null, path };
    return { ...row, stage: null, tags: [], startedOn: null, isDemo: false, phone: null, createdAtMs: TEST_NOW_MS };
  };
  const grids = ['第二网格', '第三网格', '第四网格'].map((name) => below(community, 'grid', name));
  const groups = [first, ...grids].flatMap((grid) => [1, 2, 3, 4, 5, 6].map((n) => below(grid, 'group', `${n}组`)));
  await addUnits(database.db, [...grids, ...groups]);
}

const input = async (file: Buffer) => ({
  unitId: place.here.communityId,
  fileName: '花名册.xlsx',
  fileHash: await keepFile(world(), place.staff.identityId, file),
});
const takeIn = async (file: Buffer, requestId?: string) =>
  ask(place.staff.identity, 'importRoster', await input(file), requestId);
const preview = async (file: Buffer) =>
  ask(place.staff.identity, 'previewRoster', { ...(await input(file)), limit: 1_000 });
const find = async (query: string) =>
  (await ask(place.staff.identity, 'find', { unitId: place.here.communityId, query })).data.people;
const peopleHere = async () => {
  const { rows } = await database.ownerPool.query(
    'select count(*)::int as count from membership m join household h on h.id = m.household_id where h.community_id = $1',
    [place.here.communityId],
  );
  return rows[0].count as number;
};

describe('the made-up roster', () => {
  it('is previewed with every expected finding, goes in once, and a second time changes nothing', async () => {
    await insertGrids(place.here);
    const expected: ExpectedRoster = JSON.parse(
      readFileSync('tests/household/roster-liuhe-made-up.expected.json', 'utf8'),
    );
    const before = await peopleHere();
    const seen = await preview(LIUHE);
    const order = (findings: readonly unknown[]) => findings.map((finding) => JSON.stringify(finding)).sort();
    expect(order(seen.data.findings.map(shortened))).toEqual(order(expectedFindings(expected)));
    const counts = {
      rows: 886,
      households: 320,
      people: 882,
      refusedRows: 4,
      waitingRows: 0,
      withoutBirth: 0,
      vagueBirth: 22,
    };
    expect(seen.data.counts).toEqual({
      ...counts,
      newHouseholds: 320,
      newPeople: 882,
      changedPeople: 0,
      unchangedPeople: 0,
    });
    expect(await peopleHere()).toBe(before);

    const taken = await takeIn(LIUHE);
    const { unclear, nextCursor, sheets, ...told } = seen.data;
    expect(nextCursor).toBeNull();
    expect(unclear).toEqual([]);
    expect(sheets).toMatchObject([{ state: 'read', people: 886, columns: [{ title: '序号', state: 'unneeded' }] }]);
    expect(taken.data).toEqual(told);
    expect(await peopleHere()).toBe(before + 882);
    const again = await takeIn(LIUHE);
    expect(again.data.counts).toEqual({
      ...counts,
      newHouseholds: 0,
      newPeople: 0,
      changedPeople: 0,
      unchangedPeople: 882,
    });
    expect(await peopleHere()).toBe(before + 882);
  });

  it('can be found and read afterwards', async () => {
    await insertGrids(place.here);
    await takeIn(LIUHE);
    const [person] = await find('14000000016');
    expect(person).toMatchObject({
      name: '董玉兰',
      householdNumber: 'LH0007',
      relation: '配偶',
      unitName: '2组',
      age: 33,
      address: '浏河路38号1单元901',
    });
    const household = await ask(place.staff.identity, 'get', { householdId: person?.householdId });
    expect(household.data.members.map((member) => member.name).sort()).toEqual(
      ['傅伟', '傅永福', '傅芳', '董玉兰'].sort(),
    );
    const [yearOnly] = (await find('LH0026')).filter((one) => one.isHead);
    expect(yearOnly).toMatchObject({ name: '张欣怡', age: 45 });
  });
});

describe('importing again', () => {
  it('takes in who is new, learns what was missing, and removes nobody who is absent', async () => {
    await takeIn(rosterOf(wang, { ...wife, 出生日期: '1962' }));
    const son = { ...wang, 姓名: '王小山', 与户主关系: '子', 出生日期: '1990-05-06', 联系电话: null };
    const second = await takeIn(rosterOf({ ...wife, 联系电话: '14000005002', 居住地址: '河边2号' }, son));
    expect(second.data.counts).toMatchObject({
      rows: 2,
      newHouseholds: 0,
      newPeople: 1,
      changedPeople: 1,
      unchangedPeople: 0,
    });
    const members = (await find('W1')).map((one) => [one.name, one.relation, one.address]);
    expect(members.sort()).toEqual(
      [
        ['李小河', '配偶', '河边2号'],
        ['王大山', '户主', '河边2号'],
        ['王小山', '子', '河边2号'],
      ].sort(),
    );
    expect(await find('14000005002')).toMatchObject([{ name: '李小河', age: 64 }]);
    const { rows } = await database.ownerPool.query(
      'select r.born_on::text, r.born_precision from resident r join personal_index i on i.subject_id = r.id where r.id = $1 limit 1',
      [(await find('14000005002'))[0]?.residentId],
    );
    expect(rows).toEqual([{ born_on: '1962-03-04', born_precision: 'day' }]);
  });

  it('takes nothing away where a cell is empty', async () => {
    await takeIn(rosterOf(wang));
    const poorer = await takeIn(rosterOf({ ...wang, 联系电话: null, 性别: null, 居住地址: null }));
    expect(poorer.data.counts).toMatchObject({ changedPeople: 0, unchangedPeople: 1 });
    expect(await find('14000005001')).toMatchObject([{ sex: 'male', address: '河边1号' }]);
  });

  it('leaves to a person who may be somebody else, or has moved, and says so', async () => {
    await takeIn(rosterOf(wang, wife));
    const other = {
      ...wang,
      户编号: 'W2',
      户主姓名: '赵老',
      姓名: '赵老',
      联系电话: '14000005003',
      出生日期: '1950-01-01',
    };
    const unclear = await takeIn(
      rosterOf(
        { ...wang, 出生日期: '1961-01-02' },
        { ...wife, 出生日期: '1963-03-04' },
        other,
        { ...wife, 户编号: 'W2', 户主姓名: '赵老', 与户主关系: '儿媳' },
        { ...wang, 户编号: 'W3' },
        { ...wang, 户编号: 'W3', 姓名: '王新', 与户主关系: '子', 出生日期: '1999-01-01' },
      ),
    );
    const refused = unclear.data.findings
      .filter((finding) => finding.kind === 'unclearMatch')
      .map((finding) => finding.row);
    expect(refused).toEqual([2, 3, 5, 6, 7]);
    expect(unclear.data.counts).toMatchObject({
      rows: 6,
      households: 1,
      newHouseholds: 1,
      newPeople: 1,
      refusedRows: 5,
    });
    expect((await find('W1')).map((one) => one.age).sort()).toEqual([64, 66]);
    expect(await find('W3')).toEqual([]);
  });

  it('does not put strangers into a household that only has the same number', async () => {
    await takeIn(rosterOf(wang, wife));
    const stranger = { ...wang, 户主姓名: '周外人', 姓名: '周外人', 出生日期: '1970-07-07' };
    const son = { ...stranger, 姓名: '周小外', 与户主关系: '子', 出生日期: '1999-07-07' };
    const mixed = await takeIn(rosterOf(stranger, son));
    expect(mixed.data.findings.map((finding) => [finding.row, finding.kind])).toContainEqual([2, 'unclearMatch']);
    expect(mixed.data.counts).toMatchObject({ households: 0, newPeople: 0, refusedRows: 2 });
    const child = { ...wang, 姓名: '王小小', 与户主关系: '孙子', 出生日期: '2020-07-07' };
    expect((await takeIn(rosterOf(child))).data.counts).toMatchObject({ newPeople: 1, refusedRows: 0 });
  });

  it('lets a household keep its head, whatever a list says', async () => {
    await takeIn(rosterOf(wang, wife));
    const turned = await takeIn(
      rosterOf(
        { ...wife, 户主姓名: '李小河', 与户主关系: '户主' },
        { ...wang, 户主姓名: '李小河', 与户主关系: '配偶' },
      ),
    );
    expect(turned.data.counts.newPeople).toBe(0);
    expect((await find('W1')).filter((one) => one.isHead).map((one) => one.name)).toEqual(['王大山']);
  });

  it('comes in once when two import it at once, and gives a repeated request its first answer', async () => {
    const file = rosterOf(wang, wife, { ...wang, 户编号: null, 姓名: '无姓名者 1' });
    const before = await peopleHere();
    const [one, two] = await Promise.all([takeIn(file), takeIn(file)]);
    expect([one, two].map((answer) => answer.data.counts.newPeople).sort()).toEqual([0, 2]);
    expect(await peopleHere()).toBe(before + 2);
    const requestId = randomUUID();
    const first = await takeIn(file, requestId);
    expect(await takeIn(file, requestId)).toEqual(first);
    expect(first.data.findings.length).toBeGreaterThan(0);
  });
});

describe('a roster that is forgotten', () => {
  it('keeps the first answer for whoever asks again, but for what only the file could tell', async () => {
    const requestId = randomUUID();
    const asked = await input(rosterOf(wang, { ...wang, 户编号: null, 姓名: '无姓名者 1' }));
    const first = await ask(place.staff.identity, 'importRoster', asked, requestId);
    expect(first.data.findings.length).toBeGreaterThan(0);
    const later = () => TEST_NOW_MS + 86_400_000;
    const askLater = openDoor(testWorld(database, { clock: later }), actions);
    const again = await askLater(place.staff.identity, 'importRoster', asked, requestId);
    expect(again).toEqual({ ...first, data: { ...first.data, findings: [] } });
    expect(outcome(await askLater(place.staff.identity, 'importRoster', asked))).toBe('FILE_NOT_FOUND');
    expect(outcome(await askLater(place.staff.identity, 'previewRoster', asked))).toBe('FILE_NOT_FOUND');
  });

  it('that is uploaded again is the same request, with all that it told', async () => {
    const requestId = randomUUID();
    const file = rosterOf(wang, { ...wang, 户编号: null, 姓名: '无姓名者 1' });
    const first = await takeIn(file, requestId);
    const nextDay = testWorld(database, { clock: () => TEST_NOW_MS + 86_400_000 });
    const fileHash = await keepFile(nextDay, place.staff.identityId, file);
    const asked = { unitId: place.here.communityId, fileName: '花名册.xlsx', fileHash };
    const again = await openDoor(nextDay, actions)(place.staff.identity, 'importRoster', asked, requestId);
    expect(again).toEqual(first);
    const other = { ...asked, fileHash: await keepFile(nextDay, place.staff.identityId, rosterOf(wife)) };
    const reused = await openDoor(nextDay, actions)(place.staff.identity, 'importRoster', other, requestId);
    expect(outcome(reused)).toBe('REQUEST_ID_REUSED');
  });

  it('is not found by a colleague who has not uploaded it', async () => {
    const colleague = await employ(world(), place.here, 'communityStaff', place.here.communityId, '同事');
    const asked = await input(rosterOf(wang));
    expect(outcome(await ask(colleague.identity, 'previewRoster', asked))).toBe('FILE_NOT_FOUND');
    expect(outcome(await ask(colleague.identity, 'importRoster', asked))).toBe('FILE_NOT_FOUND');
  });
});

describe('a file that is no roster', () => {
  it('is refused with what is wrong', async () => {
    for (const verb of ['previewRoster', 'importRoster'] as const) {
      const send = async (file: Buffer) => outcome(await ask(place.staff.identity, verb, await input(file)));
      expect(await send(Buffer.from('户编号,姓名\n1,王大山'))).toBe('FILE_NOT_EXCEL');
      expect(
        await send(
          makeWorkbook([
            ['项目', '分值'],
            ['做好事', 5],
          ]),
        ),
      ).toBe('FILE_WITHOUT_HEADER');
      expect(await send(rosterOf())).toBe('FILE_EMPTY');
      expect(await send(makeWorkbook([]))).toBe('FILE_EMPTY');
    }
  });

  it('is refused within a second when it is a bomb', async () => {
    const bomb = makeWorkbook([TITLES, ['零'.repeat(20_000_000)]]);
    expect(bomb.length).toBeLessThan(300_000);
    const took = processorMs();
    expect(outcome(await preview(bomb))).toBe('FILE_TOO_LARGE');
    expect(took()).toBeLessThan(1_000);
  });

  it('is for the staff of the community only', async () => {
    const file = await input(rosterOf(wang));
    expect(outcome(await ask(place.stranger.identity, 'importRoster', file))).toBe('NOT_ALLOWED');
    expect(outcome(await ask(place.gridWorker.identity, 'importRoster', file))).toBe('NOT_ALLOWED');
    expect(outcome(await ask(place.staff.identity, 'importRoster', { ...file, unitId: place.here.gridId }))).toBe(
      'UNIT_NOT_FOUND',
    );
    expect(outcome(await ask(place.staff.identity, 'previewRoster', { ...file, unitId: randomUUID() }))).toBe(
      'UNIT_NOT_FOUND',
    );
    expect(await find('W1')).toEqual([]);
  });
});

describe('a large roster', () => {
  it('of 10,000 rows comes in within one transaction, in seconds, and again without a change', async () => {
    const surnames = '赵钱孙李周吴郑王冯陈';
    const rows = Array.from({ length: 10_000 }, (_, i) => {
      const home = Math.floor(i / 3);
      const name = `${surnames[i % 10]}${String.fromCharCode(0x4e00 + (i % 4000))}${String.fromCharCode(0x5000 + (home % 3000))}`;
      const isHead = i % 3 === 0;
      const born = `19${String(30 + (i % 60)).padStart(2, '0')}-0${1 + (i % 9)}-1${i % 10}`;
      return {
        户编号: `D${home}`,
        姓名: name,
        与户主关系: isHead ? '户主' : '子',
        出生日期: born,
        联系电话: 14_000_000_000 + i,
        居住地址: isHead ? `大路${home}号` : null,
        网格: '第一网格',
      };
    });
    const file = rosterOf(...rows);
    const took = processorMs();
    const taken = await takeIn(file);
    const tookMs = took();
    expect(taken.data.counts).toMatchObject({
      rows: 10_000,
      people: 10_000,
      newPeople: 10_000,
      newHouseholds: 3334,
      refusedRows: 0,
    });
    expect(tookMs).toBeLessThan(10_000); // about three
    const again = await takeIn(file);
    expect(again.data.counts).toMatchObject({ newPeople: 0, changedPeople: 0, unchangedPeople: 10_000 });
    const listed = processorMs();
    const list = await ask(place.staff.identity, 'find', { unitId: place.here.communityId });
    expect(list.data.people).toHaveLength(30);
    expect(listed()).toBeLessThan(1_500); // about 200: all names are read and sorted for a page
  });
});
