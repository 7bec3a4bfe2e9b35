import type { Principal } from '../../cloudfunctions/kit/principal';
import { decideGrant, grantingRole } from '../../cloudfunctions/organisation/rules';
import { ROLES, type Role } from '../../cloudfunctions/values/roles';
import { FITTING_LEVELS, LEVELS, type Level, levelBelow } from '../../cloudfunctions/values/units';
import { firstOf } from '../../src/components/form/checks';
import {
  type Adding,
  type Kind,
  kindsOf,
  nothingYet,
  parentsFor,
  problemsIn,
  toProvider,
  toUnit,
} from '../../src/organisation/team/adding';
import {
  type Appointment,
  doneWords,
  problemsIn as problemsOf,
  sentenceOf,
  toSent,
} from '../../src/organisation/team/appointment';
import { dutyWords, type Held, isAhead, sectionsOf, termWords } from '../../src/organisation/team/held';
import { BELOW_WORDS, byId, inOrder, nextCode, placeName, whereabouts } from '../../src/organisation/team/places';
import { mayGive, type Position, positionsOf } from '../../src/organisation/team/positions';
import type { Unit } from '../../src/organisation/units/use-units';
import type { Me } from '../../src/session';
import { sentenceFor } from '../../src/words/refusals';

const TODAY = '2026-11-26';
const holder = (role: Role): Pick<Principal, 'roles'> => ({
  roles: [{ role, unitId: 'u', unitPath: '/u/', providerId: null, societyId: null }],
});
const meWith = (...roles: Role[]) =>
  ({ roles: roles.map((role) => ({ role, unitId: role, unitName: role, roleId: role })) }) as unknown as Me;
const postOf = (role: Role) => positionsOf(meWith(role))[0];

describe('what the page offers is what the server lets through', () => {
  it('of every role to give and to end, for everybody', () => {
    for (const held of ROLES)
      for (const role of ROLES) {
        const post = postOf(held);
        expect([held, role, post ? mayGive(post, role) : false]).toEqual([
          held,
          role,
          grantingRole(holder(held), role, '/u/x/') !== null,
        ]);
      }
  });

  it('of the places of every role, and of what stands below a unit', () => {
    const city = { ...holder('citySupervisor'), residentId: 'me' } as Principal;
    const codeAt = (role: Role, level: Level) => {
      const unit = { unitId: 'u', level, path: '/u/' };
      const provider = { isNamed: role === 'providerClerk', unitPath: '/u/' };
      const society = { isNamed: role === 'societyLeader', unitId: 'u' };
      const dates = { validFrom: TODAY, validUntil: null, today: TODAY };
      const decided = decideGrant(city, { residentId: 'other', role, unit, provider, society, ...dates });
      return 'code' in decided ? decided.code : 'ok';
    };
    for (const role of ROLES.filter((one) => one !== 'citySupervisor'))
      for (const level of LEVELS)
        expect([role, level, codeAt(role, level) === 'ok']).toEqual([
          role,
          level,
          FITTING_LEVELS[role].includes(level),
        ]);
    for (const level of LEVELS) expect([level, BELOW_WORDS[level] !== '']).toEqual([level, levelBelow(level) !== null]);
  });

  it('begins with the widest of several posts', () => {
    expect(positionsOf(meWith('gridWorker', 'communityAdmin', 'citySupervisor')).map(({ role }) => role)).toEqual([
      'citySupervisor',
      'communityAdmin',
    ]);
  });
});

const unit = (unitId: string, level: Level, parentId: string | null, name: string) =>
  ({ unitId, level, parentId, name, code: unitId }) as Unit;
const UNITS = inOrder([
  unit('p2', 'group', 'g1', '2组'),
  unit('c', 'community', 's', '城东社区'),
  unit('g1', 'grid', 'c', '第一网格'),
  unit('s', 'street', 'd', '东门街道'),
  unit('g2', 'grid', 'c', '第二网格'),
  unit('d', 'district', null, '东宝区'),
]);
const KNOWN = byId(UNITS);
const held = (roleId: string, role: Role, unitId: string, more: Partial<Held> = {}): Held => ({
  ...{ roleId, residentId: `r-${roleId}`, role, unitId, unitName: '' },
  ...{ providerId: null, societyId: null, validFrom: '2026-03-05', validUntil: null },
  ...more,
});

describe('who does what', () => {
  const everybody = [
    held('1', 'groupLeader', 'p2'),
    held('2', 'gridWorker', 'g2'),
    held('3', 'providerClerk', 'c', { providerId: 'x' }),
    held('4', 'gridWorker', 'g1'),
    held('5', 'communityAdmin', 'c'),
    held('6', 'districtSupervisor', 'd'),
  ];
  const shown = (role: Role) =>
    sectionsOf(everybody, UNITS, { role } as Position).map(({ unit: at, held: them }) => [
      at.name,
      them.map(({ roleId }) => roleId).join(''),
    ]);

  it('stands in the order of the units, whatever order they came in', () => {
    expect(UNITS.map(({ unitId }) => unitId)).toEqual(['d', 's', 'c', 'g1', 'p2', 'g2']);
    expect(shown('communityAdmin').slice(-3)).toEqual([
      ['城东社区', '53'],
      ['第一网格', '41'],
      ['第二网格', '2'],
    ]);
    expect(shown('districtSupervisor')).toEqual([
      ['东宝区', '6'],
      ['城东社区', '53412'],
    ]);
  });

  it('is told with the place that the heading does not say, and whom somebody works for', () => {
    const [leader, , clerk] = everybody as [Held, Held, Held];
    const at = (id: string) => KNOWN.get(id) as Unit;
    expect(dutyWords(leader, at('g1'), KNOWN, undefined)).toBe('小组长 · 2组');
    expect(dutyWords(leader, at('c'), KNOWN, undefined)).toBe('小组长 · 第一网格2组');
    expect(dutyWords(clerk, at('c'), KNOWN, '东门书店')).toBe('核销员 · 东门书店');
  });

  it('says from when and until when, with the year where it is another', () => {
    expect(termWords({ validFrom: '2026-03-05', validUntil: null }, TODAY)).toBe('从 3月5日 起');
    expect(termWords({ validFrom: '2025-03-05', validUntil: '2026-12-31' }, TODAY)).toBe(
      '从 2025年3月5日 起，到 12月31日 止',
    );
    expect([isAhead({ validFrom: '2026-11-27' }, TODAY), isAhead({ validFrom: TODAY }, TODAY)]).toEqual([true, false]);
  });
});

describe('places', () => {
  it('are told so that no two groups are called alike', () => {
    expect(placeName('p2', KNOWN)).toBe('第一网格2组');
    const where = (id: string, top: string) => whereabouts(KNOWN.get(id) as Unit, KNOWN, top);
    expect([where('p2', 'd'), where('g1', 'd'), where('c', 'd')]).toEqual(['城东社区', '城东社区', '东门街道']);
    expect([where('p2', 'c'), where('g1', 'c')]).toEqual(['', '']);
  });

  it('get the next code that is free', () => {
    const taken = [...UNITS, unit('c-03', 'grid', 'elsewhere', '别处')];
    expect(nextCode(KNOWN.get('c') as Unit, UNITS)).toBe('c-03');
    expect(nextCode(KNOWN.get('c') as Unit, taken)).toBe('c-04');
  });
});

describe('what is added', () => {
  const city = { role: 'citySupervisor' } as Position;
  const admin = { role: 'communityAdmin' } as Position;

  it('stands where its contract lets it, and grids are left to the community', () => {
    const parents = (kind: Kind, post: Position) => parentsFor(kind, post, UNITS).map(({ unitId }) => unitId);
    expect([parents('unit', city), parents('provider', city)]).toEqual([
      ['d', 's'],
      ['d', 'c'],
    ]);
    expect(parents('unit', admin)).toEqual(expect.arrayContaining(['c', 'g1', 'g2']));
    expect(parents('unit', admin)).not.toContain('p2');
    expect(parents('society', admin)).toEqual(['c']);
    expect(kindsOf(city).map(({ key }) => key)).toEqual(['unit']);
  });

  it('asks for what its kind needs, and sends that alone', () => {
    const missing = (adding: Adding, below: Level | undefined) => firstOf(problemsIn(adding, below));
    const grid: Adding = { ...nothingYet('unit'), parentId: 'c', name: ' 第三网格 ', code: 'c-03' };
    expect(missing(grid, 'grid')).toBeUndefined();
    expect(missing(grid, 'community')).toContain('城镇还是农村');
    expect(missing({ ...grid, code: '三号' }, 'grid')).toContain('代码');
    expect(toUnit(grid)).toEqual({ parentId: 'c', name: '第三网格', code: 'c-03' });
    const shop: Adding = { ...nothingYet('provider'), parentId: 'c', name: '书店', place: '东门路 1 号' };
    expect(missing(shop, undefined)).toContain('做什么');
    expect(missing({ ...shop, providerKind: 'books', phone: '123' }, undefined)).toContain('手机号');
    expect(toProvider({ ...shop, providerKind: 'books' })).toEqual({
      ...{ unitId: 'c', kind: 'books', name: '书店', place: '东门路 1 号', hours: '' },
    });
  });
});

describe('an appointment', () => {
  const problemOf = (asked: Appointment, today: string) => firstOf(problemsOf(asked, today));
  const person = { residentId: 'r', name: '李明', isBound: true };
  const begun: Appointment = { person, role: 'gridWorker', unitId: 'g1', from: TODAY, until: '' };
  const called = { unit: '第一网格' };

  it('is said as one sentence', () => {
    expect(sentenceOf(begun, called)).toBe('让李明当第一网格的网格员');
    const clerk = { ...begun, role: 'providerClerk' as const, providerId: 'x' };
    expect(sentenceOf(clerk, { unit: '城东社区', partner: '东门书店' })).toBe('让李明当东门书店的核销员');
    const admin = { ...begun, role: 'communityAdmin' as const };
    expect(sentenceOf(admin, { unit: '城东社区' })).toBe('让李明当城东社区的管理员');
    expect(sentenceOf({ from: TODAY, until: '' }, {})).toBe('开通权限');
  });

  it('asks for one thing after the other', () => {
    const without = (...keys: (keyof Appointment)[]) =>
      problemOf(
        Object.fromEntries(Object.entries(begun).filter(([key]) => !keys.includes(key as 'role'))) as never,
        TODAY,
      );
    expect(without('person', 'role', 'unitId')).toBe('先选好人');
    expect(without('role', 'unitId')).toBe('再选让他做什么');
    expect(without('unitId')).toBe('再选在哪里');
    expect(without()).toBeUndefined();
    expect(problemOf({ ...begun, role: 'providerClerk' }, TODAY)).toContain('服务商');
    expect(problemOf({ ...begun, role: 'societyLeader' }, TODAY)).toContain('社团');
    expect(problemOf({ ...begun, until: '2026-11-25' }, TODAY)).toContain('不能早于');
    expect(problemOf({ ...begun, from: '下周' }, TODAY)).toContain('从哪天起');
  });

  it('lets nobody be put above a community who could never bind afterwards', () => {
    const unbound = { ...begun, person: { ...person, isBound: false } };
    expect(problemOf(unbound, TODAY)).toBeUndefined();
    expect(problemOf({ ...unbound, role: 'communityAdmin' }, TODAY)).toContain('绑好了再来开通');
  });

  it('sends what belongs to the role and nothing else', () => {
    expect(toSent({ ...begun, providerId: 'left over', until: '2026-12-31' })).toEqual({
      ...{ residentId: 'r', role: 'gridWorker', unitId: 'g1' },
      ...{ validFrom: TODAY, validUntil: '2026-12-31' },
    });
  });

  it('tells what the person has to do now', () => {
    expect(doneWords(begun, called, TODAY)).toMatchObject({
      title: '李明现在是第一网格的网格员了',
      words: expect.stringContaining('不用再办'),
    });
    const later = { ...begun, person: { ...person, isBound: false }, from: '2026-12-01' };
    expect(doneWords(later, called, TODAY)).toMatchObject({
      title: '12月1日起，李明是第一网格的网格员',
      words: expect.stringContaining('绑定码'),
    });
  });

  it('is refused in words that lead on', () => {
    expect(sentenceFor('ROLE_HELD_ALREADY', { validFrom: '2026-12-01' }).next).toContain('从 12月1日 起');
    expect(sentenceFor('NOT_ALLOWED', { because: 'notAbove' }).next).toContain('主管');
    expect(sentenceFor('NOT_ALLOWED', { because: 'self' }).what).toContain('不能给自己');
  });
});
