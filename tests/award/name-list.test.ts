import { type Scene, setScene } from '../activity/scene';
import { employ, registerHome } from '../household/neighbourhood';
import { makeWorkbook } from '../household/workbook';
import { type AskAny, fieldOf, openDoors, type Told } from '../reliability/doors';
import { useDatabase } from '../support/database';
import { hashOf, keepFile } from '../support/upload';

/** A pasted list, or a sign-in sheet that was typed in: who is meant is known, or asked. */
const database = useDatabase();
let scene: Scene;
let ask: AskAny;
let ids: Readonly<Record<string, string>>;
beforeAll(async () => {
  scene = await setScene(database);
  ask = openDoors(scene.world);
  const lives = async (name: string, phone?: string) => {
    const home = await registerHome(scene.world, scene.here, { name, ...(phone && { phone }) });
    return home.memberIds[0] as string;
  };
  ids = {
    one: await lives('马淑珍', '13900005521'),
    twin: await lives('周德福', '13900007788'),
    other: await lives('周德福', '13900003344'),
  };
  await registerHome(scene.world, scene.elsewhere, { name: '别处人', phone: '13900009911' });
});

interface Entry {
  readonly words: string;
  readonly state: string;
  readonly residentIds: readonly string[];
}
const entriesOf = (told: Told) =>
  fieldOf<Entry[]>(told, 'entries').map(({ words, state, residentIds }) => [words, state, [...residentIds].sort()]);
const both = () => [ids.twin, ids.other].sort();

describe('a list of names', () => {
  it('is read line by line: one is found, two of a name are asked about, who lives elsewhere is unknown', async () => {
    const text = '姓名 手机\n1. 马淑珍\n周德福\n周德福 7788\n3344\n马淑珍 0000\n别处人 9911';
    expect(entriesOf(await ask(scene.staff, 'award.readNames', { unitId: scene.here.communityId, text }))).toEqual([
      ['1. 马淑珍', 'found', [ids.one]],
      ['周德福', 'unclear', both()],
      ['周德福 7788', 'found', [ids.twin]],
      ['3344', 'found', [ids.other]],
      ['马淑珍 0000', 'unclear', [ids.one]],
      ['别处人 9911', 'unknown', []],
    ]);
  });

  it('is read from an Excel file the same, row by row', async () => {
    const file = makeWorkbook([
      ['清洁家园签到表'],
      ['序号', '姓名', '手机', '签名'],
      [1, '马淑珍', 13900005521, ''],
      [2, '周德福', '', '到'],
    ]);
    await keepFile(scene.world, scene.staff.identityId, file);
    const input = { unitId: scene.here.communityId, fileName: '签到表.xlsx', fileHash: hashOf(file) };
    expect(entriesOf(await ask(scene.staff, 'award.readNamesFile', input))).toEqual([
      ['清洁家园签到表', 'unknown', []],
      ['1 马淑珍 13900005521', 'found', [ids.one]],
      ['2 周德福 到', 'unclear', both()],
    ]);
  });

  it('of nobody, of too many, or of another community is refused', async () => {
    const { communityId: unitId } = scene.here;
    expect(await ask(scene.staff, 'award.readNames', { unitId, text: '姓名\n1' })).toMatchObject({
      code: 'LIST_EMPTY',
    });
    const long = Array.from({ length: 301 }, (_, i) => String(1_000 + i)).join('\n');
    expect(await ask(scene.staff, 'award.readNames', { unitId, text: long })).toMatchObject({
      ...{ code: 'LIST_TOO_LONG', detail: { most: 300 } },
    });
    const stranger = await employ(scene.world, scene.elsewhere, 'communityStaff', scene.elsewhere.communityId, '外人');
    expect(await ask(stranger, 'award.readNames', { unitId, text: '马淑珍' })).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});
