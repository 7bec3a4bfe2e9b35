import { type Home, inHomesOrder, siftHomes } from '../../cloudfunctions/household/rules/homes';
import { inPeopleOrder, isPartOfAddress, type Listed, sift } from '../../cloudfunctions/household/rules/listing';
import { useDatabase } from '../support/database';
import { type RegisteredHome, registerHome } from './neighbourhood';
import { useScene } from './scene';

const database = useDatabase();
const scene = useScene(database);
const { ask, world } = scene;

it('sorts, sifts and counts the whole list, whatever the page', async () => {
  await scene.moveOn();
  const born = ['1950-01-01', '1990-01-01', '1941-08-09', null, '2016-05-05', '1970-01-01', '1963-01-01'];
  for (const [i, bornOn] of born.entries())
    await registerHome(world(), scene.place.here, { name: `张${'甲乙丙丁戊己庚'[i]}`, bornOn, phone: null });
  const pageAt = (input: object) =>
    ask(scene.place.staff.identity, 'find', {
      unitId: scene.place.here.communityId,
      query: '张',
      limit: 2,
      ...input,
    });
  const walk = async (input: object) => {
    const ages: (number | null)[] = [];
    const counts = new Set<number>();
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof pageAt>> = await pageAt({ ...input, ...(cursor && { cursor }) });
      ages.push(...page.data.people.map(({ age }) => age));
      counts.add(page.data.count);
      cursor = page.data.nextCursor;
    } while (cursor);
    return { ages, counts: [...counts] };
  };
  const rising = [10, 36, 56, 63, 76, 85];
  expect(await walk({ sort: { by: 'age' } })).toEqual({ ages: [...rising, null], counts: [7] });
  const falling = { sort: { by: 'age', falling: true } };
  expect(await walk(falling)).toEqual({ ages: [...rising.toReversed(), null], counts: [7] }); // the unknown last
  expect(await walk({ ...falling, only: { ageFrom: 60 } })).toEqual({ ages: [85, 76, 63], counts: [3] });
  expect(await walk({ only: { birth: 'unknown' } })).toEqual({ ages: [null], counts: [1] });
  const first = { unitId: scene.place.here.communityId, query: '张', limit: 2, sort: { by: 'age' } };
  const { data } = await ask(scene.place.staff.identity, 'find', first);
  const other = { ...first, sort: { by: 'name' }, cursor: data.nextCursor };
  expect((await ask(scene.place.staff.identity, 'find', other)).code).toBe('INVALID_INPUT');
});

it('sifts by grid and group, and by a part of the address', async () => {
  await scene.moveOn();
  const { here, staff } = scene.place;
  const homes: RegisteredHome[] = [];
  for (const letter of '甲乙丙') homes.push(await registerHome(world(), here, { name: `李${letter}`, phone: null }));
  const house = (at: number) => Number(homes[at]?.number.slice(1));
  const found = async (only: object) => {
    const { data } = await ask(staff.identity, 'find', { unitId: here.communityId, query: '李', only });
    expect(data.count).toBe(data.people.length);
    return data.people.map(({ name }: { name: string }) => name.slice(1)).join('');
  };
  expect(await found({ placeIds: [here.communityId] })).toHaveLength(3);
  expect(await found({ placeIds: [here.gridId] })).toHaveLength(3);
  expect(await found({ placeIds: [scene.place.elsewhere.gridId] })).toBe('');
  expect(await found({ address: '浏河路' })).toHaveLength(3);
  expect(await found({ address: `${house(1)} 号1单元` })).toBe('乙');
});

it('takes the number of a building whole', () => {
  expect(isPartOfAddress('石桥路12号', '2号')).toBe(false);
  expect(isPartOfAddress('石桥路12号2号楼', '2号')).toBe(true);
  expect(isPartOfAddress('石桥路２号', '2号')).toBe(true);
  expect(isPartOfAddress('3栋101', '3栋10')).toBe(false);
  expect(isPartOfAddress('3栋101', '3栋')).toBe(true);
});

const listed = (name: string, more: Partial<Listed> = {}): Listed => ({
  ...{ residentId: name, name, bornOn: null, bornPrecision: null, sex: null, isAssisted: false, isBound: false },
  ...{ poolOwn: false, poolGuardian: false },
  ...{ householdId: 'h', householdNumber: '', unitName: '', address: '' },
  ...more,
});
const namesOf = (people: readonly Listed[]) => people.map(({ name }) => name).join(' ');

describe('the order of a list of people', () => {
  it('knows 2号 from 11号, and stands by pinyin where it agrees', () => {
    const people = [
      listed('丙', { address: '11号' }),
      listed('乙', { address: '2号' }),
      listed('丁', { address: '2号' }),
    ];
    expect(namesOf([...people].sort(inPeopleOrder('address', false)))).toBe('丁 乙 丙');
    expect(namesOf([...people].sort(inPeopleOrder('address', true)))).toBe('丙 丁 乙');
    const numbered = people.map((one, i) => ({ ...one, householdNumber: `LH${[10, 9, 100][i]}` }));
    expect(namesOf(numbered.sort(inPeopleOrder('household', false)))).toBe('乙 丙 丁');
  });

  it('sifts by how somebody is reached, by sex and by what is not known of their birth', () => {
    const people = [
      listed('绑', { isBound: true, sex: 'female', poolOwn: true }),
      listed('代', { isAssisted: true, bornOn: '1940-12-31', bornPrecision: 'year' }),
      listed('没', { bornOn: '1990-01-01', bornPrecision: 'day' }),
    ];
    const only = (asked: Parameters<typeof sift>[1]) => namesOf(sift(people, asked, '2026-11-23'));
    expect(only({})).toBe('绑 代 没');
    expect(only({ reach: 'bound' })).toBe('绑');
    expect(only({ reach: 'assisted' })).toBe('代');
    expect(only({ reach: 'unbound' })).toBe('没');
    expect(only({ sex: 'female' })).toBe('绑');
    expect(only({ lends: true })).toBe('绑');
    expect(only({ lends: false })).toBe('代 没');
    expect(only({ birth: 'unknown' })).toBe('绑');
    expect(only({ birth: 'yearOnly' })).toBe('代');
    expect(only({ ageTo: 40 })).toBe('没');
  });
});

const home = (number: string, more: Partial<Home> = {}): Home => ({
  ...{ householdId: number, number, address: '', unitName: '', headId: 'h', headName: '' },
  ...{ memberCount: 2, boundCount: 0, hasCard: false, poolAgreed: false, ...more },
});
const numbersOf = (homes: readonly Home[]) => homes.map(({ number }) => number).join(' ');

describe('a list of households', () => {
  const homes = [
    home('10', { memberCount: 1, headId: null }),
    home('9', { boundCount: 1, memberCount: 10 }),
    home('100', { hasCard: true }),
  ];

  it('stands by number, or by how many live there, and those that agree by number', () => {
    expect(numbersOf([...homes].sort(inHomesOrder('number', false)))).toBe('9 10 100');
    expect(numbersOf([...homes].sort(inHomesOrder('size', true)))).toBe('9 100 10');
    expect(numbersOf([...homes].sort(inHomesOrder('unit', true)))).toBe('9 10 100');
  });

  it('is sifted by who lives alone, signs in, has a card, is without a head', () => {
    expect(numbersOf(siftHomes(homes, {}))).toBe('10 9 100');
    expect(numbersOf(siftHomes(homes, { alone: true }))).toBe('10');
    expect(numbersOf(siftHomes(homes, { bound: true }))).toBe('9');
    expect(numbersOf(siftHomes(homes, { card: false }))).toBe('10 9');
    expect(numbersOf(siftHomes(homes, { headed: false }))).toBe('10');
  });

  it('goes over its pages without leaving one out or telling one twice, and counts what is sifted', async () => {
    await scene.moveOn();
    const { identity } = scene.place.staff;
    const { communityId: unitId } = scene.place.here;
    for (const name of ['赵一', '钱二', '孙三', '李四', '周五'])
      await registerHome(world(), scene.place.here, { name });
    await registerHome(world(), scene.place.here, { name: '吴六' }, { name: '吴七' });
    const whole = (await ask(identity, 'list', { unitId, limit: 100, sort: { by: 'head' } })).data;
    const pageAt = (more: object) => ask(identity, 'list', { unitId, limit: 2, sort: { by: 'head' }, ...more });
    const walked: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof pageAt>> = await pageAt(cursor ? { cursor } : {});
      expect(page.data.count).toBe(whole.count);
      walked.push(...page.data.households.map(({ householdId }) => householdId));
      cursor = page.data.nextCursor;
    } while (cursor);
    expect(walked).toEqual(whole.households.map(({ householdId }) => householdId));
    expect(new Set(walked).size).toBe(whole.count);
    const alone = (await ask(identity, 'list', { unitId, limit: 100, only: { alone: true } })).data;
    expect(alone.households.map(({ headName }) => headName)).toEqual(expect.arrayContaining(['赵一', '周五']));
    expect(alone.households.map(({ headName }) => headName)).not.toContain('吴六');
    expect(alone.count).toBe(alone.households.length);
  });
});
