import { inPeopleOrder, type Listed, sift } from '../../cloudfunctions/household/rules/listing';
import { useDatabase } from '../support/database';
import { registerHome } from './neighbourhood';
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

const listed = (name: string, more: Partial<Listed> = {}): Listed => ({
  ...{ residentId: name, name, bornOn: null, bornPrecision: null, sex: null, isAssisted: false, isBound: false },
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
      listed('绑', { isBound: true, sex: 'female' }),
      listed('代', { isAssisted: true, bornOn: '1940-12-31', bornPrecision: 'year' }),
      listed('没', { bornOn: '1990-01-01', bornPrecision: 'day' }),
    ];
    const only = (asked: Parameters<typeof sift>[1]) => namesOf(sift(people, asked, '2026-11-23'));
    expect(only({})).toBe('绑 代 没');
    expect(only({ reach: 'bound' })).toBe('绑');
    expect(only({ reach: 'assisted' })).toBe('代');
    expect(only({ reach: 'unbound' })).toBe('没');
    expect(only({ sex: 'female' })).toBe('绑');
    expect(only({ birth: 'unknown' })).toBe('绑');
    expect(only({ birth: 'yearOnly' })).toBe('代');
    expect(only({ ageTo: 40 })).toBe('没');
  });
});
