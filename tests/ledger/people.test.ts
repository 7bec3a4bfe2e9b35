import { addDays, businessDate } from '../../cloudfunctions/values/dates';
import { family, type Scene, setScene } from '../activity/scene';
import { employ, type Somebody } from '../household/neighbourhood';
import { type AskAny, fieldOf, openDoors } from '../reliability/doors';
import { useDatabase } from '../support/database';
import { insertItem } from '../support/rows';

interface Told {
  readonly people: {
    readonly name: string;
    readonly points: { lifetime: number; available: number } | null;
    readonly newest: { deedDate: string; title: string } | null;
    readonly phoneTail: string;
  }[];
  readonly count: number;
  readonly nextCursor: string | null;
}
const database = useDatabase();
let scene: Scene;
let ask: AskAny;
let today: string;
let admin: Somebody;
const deed = (name: string, points: number) =>
  insertItem(database.db, { units: scene.here, draftedBy: scene.staff.residentId }, { name, points });

const names = ['钱一', '钱二', '钱三', '钱四'];
const given: readonly (readonly [number, number, number])[] = [
  [0, 3, -15],
  [1, 20, 0],
  [2, 7, -4],
  [2, 4, -9],
];
beforeAll(async () => {
  scene = await setScene(database);
  ask = openDoors(scene.world);
  admin = await employ(scene.world, scene.here, 'communityAdmin', scene.here.communityId, '管小理');
  today = businessDate(scene.world.clock());
  const heads = [];
  for (const [n, name] of names.entries())
    heads.push((await family(scene, { name, phone: n === 3 ? null : `1400000123${n}` })).head);
  for (const [who, points, days] of given) {
    const itemId = await deed(`做了${points}分的事`, points);
    const holders = [{ kind: 'resident', id: heads[who]?.residentId }];
    await ask(scene.staff, 'award.give', { itemId, holders, deedDate: addDays(today, days) });
  }
});

const asked = (input: object = {}) => ({ unitId: scene.here.communityId, query: '钱', ...input });
const read = async (input: object = {}) =>
  (await ask(scene.staff, 'ledger.people', asked(input))).data as never as Told;
async function walk(input: object): Promise<string> {
  const all: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Told = await read({ ...input, limit: 1, ...(cursor && { cursor }) });
    expect(page.people.length).toBeLessThanOrEqual(1);
    all.push(...page.people.map(({ name }) => name.slice(1)));
    cursor = page.nextCursor;
  } while (cursor);
  return all.join('');
}

describe('the register', () => {
  it('tells of each what they have, what they did last, and the tail of their phone', async () => {
    const { people, count } = await read();
    expect(count).toBe(4);
    const by = new Map(people.map((person) => [person.name, person]));
    expect(by.get('钱三')).toMatchObject({
      points: { lifetime: 11, available: 11 },
      newest: { deedDate: addDays(today, -4), title: '做了7分的事' },
      phoneTail: '1232',
    });
    expect(by.get('钱四')).toMatchObject({ points: { lifetime: 0, available: 0 }, newest: null, phoneTail: '' });
  });

  it('sorts the whole list by points and by the last deed, page by page', async () => {
    expect(await walk({ sort: { by: 'available' } })).toBe('四一三二');
    expect(await walk({ sort: { by: 'lifetime', falling: true } })).toBe('二三一四');
    expect(await walk({ sort: { by: 'newest', falling: true } })).toBe('二三一四');
    expect(await walk({ sort: { by: 'newest' } })).toBe('一三二四'); // of whom nothing is known last
    expect(await walk({ sort: { by: 'name', falling: true } })).toHaveLength(4);
  });

  it('finds those who have not been there for long, and counts them', async () => {
    expect(await walk({ only: { quietDays: 5 }, sort: { by: 'lifetime', falling: true } })).toBe('一四');
    expect(await walk({ only: { quietDays: 4 }, sort: { by: 'lifetime', falling: true } })).toBe('三一四');
    expect((await read({ only: { quietDays: 4 }, limit: 1 })).count).toBe(3);
  });

  it('leaves out what was corrected', async () => {
    const { head } = await family(scene, { name: '钱五' });
    const itemId = await deed('记错了的事', 9);
    await ask(scene.staff, 'award.give', { itemId, holders: [{ kind: 'resident', id: head.residentId }] });
    const proposed = await ask(scene.staff, 'ledger.proposeCorrection', {
      ...{ accountId: head.residentId, seq: 1, reason: 'wrongPerson' },
    });
    const correctionId = fieldOf<string>(proposed, 'correctionId');
    await ask(admin, 'ledger.decideCorrection', { correctionId, approve: true });
    const { people } = await read({ query: '钱五' });
    expect(people).toMatchObject([{ points: { lifetime: 0 }, newest: null }]);
  });

  it('is told to the staff of the place alone', async () => {
    expect(await ask(scene.stranger, 'ledger.people', asked())).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});
