import { actions } from '../../../cloudfunctions/household/actions';
import { useDatabase } from '../../support/database';
import { keepFile } from '../../support/upload';
import { testWorld } from '../../support/world';
import { insertNeighbourhood, type Neighbourhood, openDoor, outcome } from '../neighbourhood';
import { type Row, rosterOf } from '../roster-scene';

/** A function's own bootstrap refuses to answer more than six times as much. */
const ANSWER_BYTES_MAX = 1_200_000;
const AT_ONCE = 1_000;
const database = useDatabase();
let place: Neighbourhood;
beforeAll(async () => {
  place = await insertNeighbourhood(testWorld(database));
  await database.ownerPool.query("update org_unit set name = '第一网格' where id = $1", [place.here.gridId]);
});

interface Page {
  readonly findings: readonly { readonly row: number; readonly kind: string }[];
  readonly findingsCount: number;
  readonly unclear: readonly { readonly row: number; readonly candidates: readonly unknown[] }[];
  readonly nextCursor: string | null;
}
async function uploaded(rows: readonly Row[]) {
  const fileHash = await keepFile(testWorld(database), place.staff.identityId, rosterOf(...rows));
  return { unitId: place.here.communityId, fileName: '名册.xlsx', fileHash };
}
const ask = async (verb: 'previewRoster' | 'importRoster', input: object) => {
  const answer = await openDoor(testWorld(database), actions)(place.staff.identity, verb, input);
  expect(outcome(answer)).toBe('ok');
  return { data: answer.data as Page, bytes: Buffer.byteLength(JSON.stringify(answer)) };
};

const nameOf = (count: number) => [...String(count)].map((digit) => '零一二三四五六七八九'[Number(digit)]).join('');
const rowOf = (family: string, household: number, member = 0): Row => ({
  ...{ 户编号: `L${household}`, 户主姓名: `${family}${nameOf(household)}零`, 网格: '第一网格' },
  ...{ 姓名: `${family}${nameOf(household)}${nameOf(member)}`, 与户主关系: member === 0 ? '户主' : '子' },
  ...{ 性别: '男', 出生日期: '1960-01-02', 居住地址: '河'.repeat(100) },
});
/** Of twenty each, in fifty households whose numbers are the same in each such file. */
const large = (family: string) => Array.from({ length: 1_000 }, (_, i) => rowOf(family, Math.floor(i / 20), i % 20));

it('answers a roster of 20,000 rows, with three things to say of each, by pages that a function may answer', async () => {
  const heads = Array.from({ length: 20_000 }, (_, i) => rowOf('王', i));
  const rows = heads.map((row, i) => ({ ...row, 出生日期: '1960年1月2日', 联系电话: 14_000_000_000 + i }));
  const input = { ...(await uploaded(rows)), limit: AT_ONCE };
  const first = await ask('previewRoster', input);
  expect(first.data).toMatchObject({ findingsCount: 60_000, findings: { length: AT_ONCE } });
  const next = await ask('previewRoster', { ...input, cursor: first.data.nextCursor });
  console.info(`20,000 rows: pages of ${first.bytes} and ${next.bytes} bytes`);
  for (const { bytes } of [first, next]) expect(bytes).toBeLessThan(ANSWER_BYTES_MAX);
}, 120_000);

it('answers fewer at once where each row could mean twenty people, and leaves out none', async () => {
  await ask('importRoster', { ...(await uploaded(large('王'))), decisions: [] });
  const input = { ...(await uploaded(large('李'))), limit: AT_ONCE };
  const pages: Awaited<ReturnType<typeof ask>>[] = [];
  for (let cursor: string | null | undefined; cursor !== null; cursor = pages.at(-1)?.data.nextCursor)
    pages.push(await ask('previewRoster', { ...input, ...(cursor && { cursor }) }));
  console.info(`1,000 rows, 20 people each: pages of ${pages.map(({ bytes }) => bytes).join(', ')} bytes`);
  expect(Math.max(...pages.map(({ bytes }) => bytes))).toBeLessThan(ANSWER_BYTES_MAX);
  const rows = pages.flatMap(({ data }) => data.unclear.map(({ row }) => row));
  expect(rows).toEqual(Array.from({ length: 1_000 }, (_, i) => i + 2));
  expect(pages.flatMap(({ data }) => data.findings)).toHaveLength(pages[0]?.data.findingsCount as number);
  for (const { data } of pages) for (const { candidates } of data.unclear) expect(candidates).toHaveLength(20);
}, 120_000);
