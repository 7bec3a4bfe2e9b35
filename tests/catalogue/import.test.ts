import { randomUUID } from 'node:crypto';
import { zipStored } from '../../cloudfunctions/kit/zip';
import { makeSheets } from '../household/workbook';
import { useDatabase } from '../support/database';
import { codeOf, dataOf } from '../support/doors';
import { testWorld } from '../support/world';
import { fileOf, type ImportAnswer, openScene, type Scene } from './scene';
import { sheetOf } from './workbook';

const database = useDatabase();
let scene: Scene;

beforeEach(async () => {
  scene = await openScene(testWorld(database));
});

const HOUSEHOLD = 'rules-household-scheme.xlsx';
const FENGJIE = 'rules-fengjie-rural.xlsx';
const countItems = async () => {
  const items = database.db.selectFrom('point_item').select((row) => row.fn.countAll<number>().as('count'));
  return (await items.where('unit_id', '=', scene.here.unitId).executeTakeFirstOrThrow()).count;
};

describe('both published sheets', () => {
  it('go in as 17 and 9 drafts; 9 deducting rows and the resetting note are refused by name', async () => {
    const household = await scene.importSheet(HOUSEHOLD);
    expect(household.drafts).toHaveLength(17);
    expect(household.drafts.every((draft) => draft.isNew)).toBe(true);
    expect(household.refused).toMatchObject([
      { row: 21, rule: 'rule1OnlyAdded', points: null },
      { row: 21, rule: 'rule4NoDeduction', points: null },
    ]);
    const fengjie = await scene.importSheet(FENGJIE);
    expect(fengjie.drafts).toHaveLength(9);
    expect(fengjie.refused.map((one) => one.rule)).toEqual(Array<string>(9).fill('rule4NoDeduction'));
    expect(fengjie.refused[2]).toEqual({ row: 7, text: '会上不说而会后乱说', points: 2, rule: 'rule4NoDeduction' });
    expect((await scene.list(scene.staff, 'draft')).items).toHaveLength(26);
    expect((await scene.list(null, 'published')).items).toEqual([]);
  });

  it('are completed in bulk and published; what is outside its range or a legal duty is refused', async () => {
    const { call, staff, here, basis } = scene;
    const { drafts } = await scene.importSheet(HOUSEHOLD);
    const idsOf = (...names: string[]) =>
      names.map((name) => drafts.find((draft) => draft.name === name)?.itemId ?? `no ${name}`);
    const three = idsOf('参加社区环境卫生整治', '参加社区组织的夜校、宣讲等活动', '参加公益理发');
    const [dear = ''] = idsOf('家庭或家庭成员获得国家级表彰(含红榜)');
    const [duty = ''] = idsOf('家庭成员第一年参加中职教育');
    expect((await scene.publish(...three)).refused.map((one) => one.findings.map((finding) => finding.rule))).toEqual(
      Array(3).fill(['basisNeeded', 'legalDutyAnswer', 'capsNeeded', 'notWithinGuideline']),
    );
    dataOf(await call(staff, 'completeDrafts', { ...here, itemIds: [...three, dear], ...basis }));
    const asked = { ...basis, legalDuty: { isDuty: true, reason: '教育是法律规定的义务' } };
    dataOf(await call(staff, 'completeDrafts', { ...here, itemIds: [duty], ...asked }));
    const answer = await scene.publish(...three, dear, duty);
    expect(answer.published.map((one) => one.itemId)).toEqual(three);
    expect(answer.refused).toMatchObject([
      { itemId: dear, findings: [{ rule: 'outsideRange', detail: { points: 50, pointsMin: 1, pointsMax: 10 } }] },
      { itemId: duty, findings: [{ rule: 'legalDuty' }] },
    ]);
    expect((await scene.list(null, 'published')).items).toHaveLength(3);
    expect((await scene.list(scene.staff, 'draft')).items).toHaveLength(14);
  });
});

describe('the same sheet again', () => {
  it('doubles nothing, changes nothing, and says so', async () => {
    const first = await scene.importSheet(HOUSEHOLD);
    const again = await scene.importSheet(HOUSEHOLD);
    expect(again.drafts).toEqual(first.drafts.map((draft) => ({ ...draft, isNew: false })));
    expect(again.refused).toEqual(first.refused);
    expect(await countItems()).toBe(17);
  });

  it('knows its rows though they were renamed, and leaves published items as they are', async () => {
    const { drafts } = await scene.importSheet(HOUSEHOLD);
    const itemId = drafts.find((draft) => draft.name === '参加公益理发')?.itemId ?? '';
    const change = { ...scene.here, itemId, name: '为老人理发', points: 7, ...scene.basis };
    dataOf(await scene.call(scene.staff, 'draftItem', change));
    await scene.publish(itemId);
    const again = await scene.importSheet(HOUSEHOLD, '改了名字的文件.xlsx');
    expect(again.drafts.filter((draft) => draft.isNew)).toEqual([]);
    expect((await scene.list(null, 'published')).items).toMatchObject([{ name: '为老人理发', points: 7 }]);
    expect(await countItems()).toBe(17);
  });

  it('takes an item that is there under that name for its own', async () => {
    const { itemId } = await scene.draft('参加公益理发', { points: 2 });
    const { drafts } = await scene.importSheet(HOUSEHOLD);
    expect(drafts.filter((draft) => !draft.isNew)).toMatchObject([{ itemId, name: '参加公益理发' }]);
    expect((await scene.list(scene.staff, 'draft', { query: '理发' })).items).toMatchObject([{ itemId, points: 2 }]);
  });

  it('goes in once when several import it at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => scene.importSheet(HOUSEHOLD)));
    const added = answers.flatMap((answer) => answer.drafts.filter((draft) => draft.isNew));
    expect(added).toHaveLength(17);
    expect(await countItems()).toBe(17);
  });

  it('with one request id gives the first answer', async () => {
    const requestId = randomUUID();
    const ask = { ...scene.here, fileName: FENGJIE, fileHash: await scene.upload(fileOf(FENGJIE)) };
    const send = () => scene.call(scene.staff, 'importSheet', ask, requestId);
    const answers = [dataOf<ImportAnswer>(await send()), dataOf<ImportAnswer>(await send())];
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[0]?.drafts.every((draft) => draft.isNew)).toBe(true);
  });
});

describe('a sheet that leaves things open', () => {
  const OPEN = () =>
    makeSheets([
      {
        name: '农村版',
        rows: [
          ['事项', '分值', '归口'],
          ['参加志愿服务', '每次加5–10分', '团委'],
          ['文艺比赛', '一等奖10分，二等奖5分', '文化站'],
          ['陪老人聊天', '每小时2分，每月不超过20分', '民政'],
          ['家庭和睦', '酌情加分', '妇联'],
          ['乱停车', '扣2分', '城管'],
        ],
      },
      {
        name: '城镇版',
        rows: [
          ['事项', '分值'],
          ['文艺比赛', 8],
        ],
      },
    ]);
  const ask = async (more: object = {}) => ({
    ...{ ...scene.here, fileName: '细则.xlsx', fileHash: await scene.upload(OPEN().toString('base64')) },
    ...more,
  });
  const send = async (more: object = {}) => scene.call(scene.staff, 'importSheet', await ask(more));
  interface Previewed {
    lines: { cell: string; sheet: number; result: string; category: string }[];
    sheets: { columns: { heading: string; means: string | null }[] }[];
  }
  const look = async (more: object = {}) =>
    dataOf<Previewed>(await scene.call(scene.staff, 'previewSheet', await ask(more)));

  it('is looked at without writing anything: taken, asked, refused, one of them for each line', async () => {
    const { lines, sheets } = await look();
    expect(lines.map(({ sheet, cell, result }) => [sheet, cell, result])).toEqual([
      [0, 'B2', 'ask'],
      [0, 'B3', 'take'],
      [0, 'B4', 'take'],
      [0, 'B5', 'ask'],
      [0, 'B6', 'refuse'],
      [1, 'B2', 'ask'],
    ]);
    expect(sheets[0]?.columns).toMatchObject([{ heading: '归口', means: null }]);
    expect(await countItems()).toBe(0);
  });

  it('goes in as a person answers; what has no answer stays out and is asked again', async () => {
    const answers = [
      { sheet: 0, cell: 'B2', answer: { kind: 'points', points: 6 } },
      { sheet: 1, cell: 'B2', answer: { kind: 'leave' } },
    ];
    const first = dataOf<ImportAnswer>(await send({ answers }));
    expect(first.drafts.map(({ name, points }) => [name, points])).toEqual([
      ['参加志愿服务', 6],
      ['文艺比赛', 5],
      ['陪老人聊天', 2],
    ]);
    expect([first.waiting, first.refused.map(({ rule }) => rule)]).toEqual([2, ['rule4NoDeduction']]);
    const { items } = await scene.list(scene.staff, 'draft');
    expect(items.find(({ name }) => name === '文艺比赛')).toMatchObject({
      grades: [
        { name: '一等奖', points: 10 },
        { name: '二等奖', points: 5 },
      ],
    });
    expect(items.find(({ name }) => name === '陪老人聊天')).toMatchObject({
      ...{ perHalfHours: 2, ceilings: { personMonth: 20 } },
    });
    const later = [{ sheet: 0, cell: 'B5', answer: { kind: 'time', points: 1, halfHours: 4 } }];
    const again = dataOf<ImportAnswer>(await send({ answers: later }));
    expect(again.drafts.filter(({ isNew }) => isNew).map(({ name }) => name)).toEqual(['家庭和睦']);
    expect(await countItems()).toBe(4);
  });

  it('takes nothing in when an answer is none to its question', async () => {
    for (const answer of [{ kind: 'points', points: 11 }, { kind: 'asRead' }])
      expect(codeOf(await send({ answers: [{ sheet: 0, cell: 'B2', answer }] }))).toBe('ANSWER_NOT_POSSIBLE');
    expect(codeOf(await send({ answers: [{ sheet: 0, cell: 'B6', answer: { kind: 'leave' } }] }))).toBe(
      'ANSWER_NOT_POSSIBLE',
    );
    expect(await countItems()).toBe(0);
  });

  it('stays out sheet by sheet where a person says so', async () => {
    const { drafts } = dataOf<ImportAnswer>(await send({ leftSheets: [0] }));
    expect(drafts.map(({ name, points }) => [name, points])).toEqual([]);
  });

  it('has its headings explained once: the community remembers', async () => {
    const columns = [{ heading: '归口', means: 'category' }];
    expect((await look({ columns })).lines[1]).toMatchObject({ category: '文化站' });
    expect((await look()).sheets[0]?.columns).toMatchObject([{ means: null }]);
    dataOf(await send({ columns }));
    expect((await look()).sheets[0]?.columns).toMatchObject([{ heading: '归口', means: 'category' }]);
    const other = await openScene(testWorld(database));
    const file = await other.upload(OPEN().toString('base64'));
    const theirs = { ...other.here, fileName: '细则.xlsx', fileHash: file };
    expect(dataOf<Previewed>(await other.call(other.staff, 'previewSheet', theirs)).sheets[0]?.columns).toMatchObject([
      { means: null },
    ]);
  });
});

describe('a file that cannot be taken in', () => {
  const send = async (base64: string, more: object = {}) => {
    const fileHash = await scene.upload(base64);
    return scene.call(scene.staff, 'importSheet', { ...scene.here, fileName: '细则.xlsx', fileHash, ...more });
  };

  it('is refused for what it is, and nothing of it stays', async () => {
    expect(codeOf(await send(Buffer.from('不是表格').toString('base64')))).toBe('FILE_NOT_EXCEL');
    const parts = Array.from({ length: 300 }, (_, i) => ({ name: `${i}.xml`, bytes: Buffer.from('<a/>') }));
    expect(codeOf(await send(zipStored(parts).toString('base64')))).toBe('FILE_TOO_LARGE');
    expect(codeOf(await send(sheetOf()))).toBe('FILE_EMPTY');
    expect(codeOf(await send(sheetOf(['你好', '世界'])))).toBe('FILE_WITHOUT_HEADER');
    expect(codeOf(await send(sheetOf(['事项', '分值'])))).toBe('FILE_EMPTY');
    const strange = { answers: [{ sheet: 0, cell: 'B2', answer: { kind: 'asRead' } }] };
    expect(await send(sheetOf(['事项', '分值'], ['打扫', '5分']), strange)).toMatchObject({
      ...{ code: 'ANSWER_NOT_POSSIBLE', detail: { sheet: 0, cell: 'B2' } },
    });
    const long = Array.from({ length: 1_001 }, (_, i) => [`第${i}件好事`, '5分']);
    expect(codeOf(await send(sheetOf(['事项', '分值'], ...long)))).toBe('FILE_TOO_LARGE');
    expect(await countItems()).toBe(0);
  });

  it('is refused from people and for units that it is not for', async () => {
    const other = await openScene(testWorld(database));
    const ask = { ...scene.here, fileName: FENGJIE, fileHash: await scene.upload(fileOf(FENGJIE)) };
    expect(codeOf(await scene.call(other.staff, 'importSheet', ask))).toBe('NOT_ALLOWED');
    expect(codeOf(await scene.call(scene.resident, 'importSheet', ask))).toBe('NOT_ALLOWED');
    expect(codeOf(await send(fileOf(FENGJIE), { unitId: randomUUID() }))).toBe('UNIT_NOT_FOUND');
    expect(codeOf(await scene.call(scene.admin, 'importSheet', ask))).toBe('FILE_NOT_FOUND'); // a colleague's file
  });
});
