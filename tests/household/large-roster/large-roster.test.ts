import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { actions } from '../../../cloudfunctions/household/actions';
import { bundleProgram, Child } from '../../support/child';
import { useDatabase } from '../../support/database';
import { keepFile } from '../../support/upload';
import { testWorld } from '../../support/world';
import { insertNeighbourhood, type Neighbourhood, openDoor, outcome } from '../neighbourhood';
import { rosterOf } from '../roster-scene';

/** What a cloud function has, and the largest roster of a community that it has to stand. */
const MEMORY_MB = 256;
const ROWS = 8_000;
const database = useDatabase();
const folder = mkdtempSync(path.join(tmpdir(), 'large-roster-'));
const file = path.join(folder, 'roster.xlsx');
let place: Neighbourhood;
let program: string;

/** A name of letters, another one for each number. */
const nameOf = (count: number) => [...String(count)].map((digit) => '零一二三四五六七八九'[Number(digit)]).join('');
const headOf = (i: number) => `王${nameOf(Math.floor(i / 4))}`;

const roster = rosterOf(
  ...Array.from({ length: ROWS }, (_, i) => ({
    户编号: `L${Math.floor(i / 4)}`,
    户主姓名: headOf(i),
    姓名: i % 4 === 0 ? headOf(i) : `李${nameOf(i)}`,
    与户主关系: i % 4 === 0 ? '户主' : '子',
    性别: '男',
    出生日期: '1960-01-02',
    证件号后四位: '1234',
    联系电话: String(14_000_000_000 + i),
    居住地址: `浏河路${Math.floor(i / 4)}号`,
    网格: '第一网格',
    备注: '无',
  })),
);

beforeAll(async () => {
  program = await bundleProgram('tests/household/large-roster/previewer.ts');
  place = await insertNeighbourhood(testWorld(database));
  await database.ownerPool.query("update org_unit set name = '第一网格' where id = $1", [place.here.gridId]);
  writeFileSync(file, roster);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Cost {
  readonly code: string;
  readonly counts: { readonly newPeople: number; readonly unchangedPeople: number };
  readonly answerBytes: number;
  readonly rssMb: number;
}

/** `times` previews one after the other, in a process that may not use more than a cloud function has. */
async function preview(times: number): Promise<Cost> {
  const args = [database.url, file, place.staff.identityId, place.here.communityId, String(times)];
  const child = Child.start(program, args, {
    env: { ...process.env, NODE_OPTIONS: '--max-old-space-size=192' },
  });
  const cost = await child.says<Cost>();
  expect(await child.exited).toBe(0);
  return cost;
}

it('previews 8,000 rows within the memory of a cloud function, of new people or of known ones', async () => {
  const fresh = await preview(1);
  expect(fresh).toMatchObject({ code: 'ok', counts: { newPeople: ROWS } });
  const ask = openDoor(testWorld(database), actions);
  const fileHash = await keepFile(testWorld(database), place.staff.identityId, roster);
  const input = { unitId: place.here.communityId, fileName: '名册.xlsx', fileHash };
  expect(outcome(await ask(place.staff.identity, 'importRoster', input))).toBe('ok');
  const known = await preview(3);
  expect(known).toMatchObject({ code: 'ok', counts: { newPeople: 0, unchangedPeople: ROWS } });
  console.info(
    `preview of ${ROWS} rows: ${fresh.rssMb} MB when all are new, ${known.rssMb} MB when known, three times`,
  );
  for (const { rssMb } of [fresh, known]) expect(rssMb).toBeLessThan(MEMORY_MB);
}, 120_000);
