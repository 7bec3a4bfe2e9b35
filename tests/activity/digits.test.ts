import { randomUUID } from 'node:crypto';
import type { Somebody } from '../household/neighbourhood';
import { useDatabase } from '../support/database';
import { whileNobodyWrites } from '../support/waiting';
import { TEST_NOW_MS } from '../support/world';
import { announce, codeOf, family, MINUTE, type Scene, screenOf, setScene, visitor } from './scene';

const CONNECTIONS = 10;
const database = useDatabase({ max: CONNECTIONS });
let scene: Scene;
let screen: Screen;
let activityId: string;
const now = TEST_NOW_MS;

beforeAll(async () => {
  scene = await setScene(database);
  ({ activityId } = await announce(scene, { endsAtMs: now + 300 * MINUTE }));
  screen = await screenOf(scene, activityId);
  shown = new Set(Array.from({ length: 3_400 }, (_, i) => screen.digitsAt(now + 850 * MINUTE - i * 30_000)));
});
beforeEach(() => scene.setClock(now));

type Screen = Awaited<ReturnType<typeof screenOf>>;
/** By every activity that stands open: what one of them has by chance in common with a guess is of a wrong clock. */
let shown: ReadonlySet<string>;
const isShown = (digits: string) => shown.has(digits);
/** What a screen shows now, or showed a moment ago, that no open one has in common with it. */
const notShown = ({ digitsAt }: Screen) =>
  Array.from({ length: 9 }, (_, i) => digitsAt(now - i * 30_000)).find((digits) => !isShown(digits)) as string;
/** Guesses that no clock would show. */
const wrongDigits = (first = 100_000, count = 30) =>
  Array.from({ length: count + 10 }, (_, i) => String(first + i))
    .filter((digits) => !isShown(digits))
    .slice(0, count);

const type = async (who: Somebody, code: string, requestId: string = randomUUID()) =>
  scene.ask(who, 'checkIn', { code }, requestId);

it('counts a resident who types what stands on the screen, in any width and with a blank', async () => {
  const digits = screen.digitsAt(now);
  const wide = [...digits].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
  for (const typed of [digits, wide, `${digits.slice(0, 3)} ${digits.slice(3)}`])
    expect(await type((await family(scene)).head, typed)).toMatchObject({ ok: true, data: { activityId, points: 5 } });
  const how = await database.db.selectFrom('attendance').select('how').where('activity_id', '=', activityId).execute();
  expect(new Set(how.map((row) => row.how))).toEqual(new Set(['typed']));
});

it('tells digits that grew old from wrong ones, and does not hold them against who types slowly', async () => {
  const { head } = await family(scene);
  for (let i = 0; i < 8; i++) expect(codeOf(await type(head, screen.digitsAt(now - 90_000)))).toBe('CODE_EXPIRED');
  expect(codeOf(await type(head, screen.digitsAt(now)))).toBe('ok');
});

it('locks after five wrong ones, whatever was typed next, and opens again when the ten minutes are over', async () => {
  const { head } = await family(scene);
  const wrong = wrongDigits();
  for (let i = 0; i < 5; i++) expect(codeOf(await type(head, wrong[i] as string))).toBe('CODE_WRONG');
  const told = await type(head, screen.digitsAt(now));
  expect(told.code).toBe('TOO_MANY');
  const retryAtMs = Number(told.detail?.retryAtMs);
  expect(retryAtMs).toBeGreaterThan(now);
  expect(retryAtMs).toBeLessThanOrEqual(now + 10 * MINUTE);
  scene.setClock(retryAtMs);
  expect(codeOf(await type(head, screen.digitsAt(retryAtMs)))).toBe('ok');
});

it('holds no digits of a wrong clock against anybody, in whatever zone it stands, and says what is wrong', async () => {
  const { head } = await family(scene);
  for (const astrayMs of [-20, 7, 60, -480, 480, 719].map((minutes) => minutes * MINUTE))
    expect(codeOf(await type(head, screen.digitsAt(now + astrayMs)))).toBe('CODE_NEEDS_NETWORK_TIME');
  expect(codeOf(await type(head, screen.digitsAt(now)))).toBe('ok');
});

it('still locks whoever guesses, however many of the guesses a wrong clock could have shown', async () => {
  const { head } = await family(scene);
  const codes = [];
  for (let n = 0; n < 30; n++) codes.push(codeOf(await type(head, String(300_000 + n * 7))));
  expect(codes.filter((code) => code === 'CODE_WRONG')).toHaveLength(5);
  expect(codes.at(-1)).toBe('TOO_MANY');
});

it('locks the digits only: the screen can still be scanned, and nobody else is locked', async () => {
  const { head } = await family(scene);
  for (const wrong of wrongDigits().slice(0, 6)) await type(head, wrong);
  expect(codeOf(await type((await family(scene)).head, screen.digitsAt(now)))).toBe('ok');
  expect(codeOf(await scene.ask(head, 'checkIn', { code: screen.codeAt(now) }))).toBe('ok');
});

it('looks at five guesses of a hundred sent at once', async () => {
  const { head } = await family(scene);
  const guesses = wrongDigits(200_000, 100);
  const all = await whileNobodyWrites(database, 'attempt', CONNECTIONS, () =>
    guesses.map((guess) => type(head, guess)),
  );
  const codes = all.map(codeOf);
  expect(codes.filter((code) => code === 'CODE_WRONG')).toHaveLength(5);
  expect(codes.filter((code) => code === 'TOO_MANY')).toHaveLength(95);
});

it('counts a wrong request once, and answers it the same after the lock', async () => {
  const { head } = await family(scene);
  const [first, ...others] = wrongDigits() as [string, ...string[]];
  const requestId = randomUUID();
  const told = await Promise.all(Array.from({ length: 10 }, () => type(head, first, requestId)));
  expect(new Set(told.map(codeOf))).toEqual(new Set(['CODE_WRONG']));
  for (const wrong of others.slice(0, 4)) expect(codeOf(await type(head, wrong))).toBe('CODE_WRONG');
  expect(codeOf(await type(head, screen.digitsAt(now)))).toBe('TOO_MANY');
  expect(codeOf(await type(head, first, requestId))).toBe('CODE_WRONG');
});

it('gives 25 calls of one request with the right digits one answer', async () => {
  const { head } = await family(scene);
  const requestId = randomUUID();
  const all = await Promise.all(Array.from({ length: 25 }, () => type(head, screen.digitsAt(now), requestId)));
  expect(all[0]?.ok).toBe(true);
  expect(new Set(all.map((told) => JSON.stringify(told))).size).toBe(1);
});

it('tries digits only against what is open in the caller’s own community', async () => {
  expect(codeOf(await type(await visitor(scene), screen.digitsAt(now)))).toBe('CODE_WRONG');
  const { head } = await family(scene);
  const tomorrow = await announce(scene, { startsAtMs: now + 1440 * MINUTE, endsAtMs: now + 1500 * MINUTE });
  expect(codeOf(await type(head, notShown(await screenOf(scene, tomorrow.activityId))))).toBe('CODE_WRONG');
  const cancelled = await announce(scene);
  const itsScreen = await screenOf(scene, cancelled.activityId);
  await scene.ask(scene.staff, 'cancel', { activityId: cancelled.activityId });
  expect(codeOf(await type(head, notShown(itsScreen)))).toBe('CODE_WRONG');
});

it('finds the right one among several that are open', async () => {
  const second = await announce(scene, { title: '健康讲座' });
  const digits = (await screenOf(scene, second.activityId)).digitsAt(now);
  const told = await type((await family(scene)).head, digits);
  expect(told.data).toMatchObject({ activityId: second.activityId, activityTitle: '健康讲座' });
});
