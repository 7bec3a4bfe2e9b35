import type { HeldRole, Principal } from '../../cloudfunctions/kit/principal';
import { decideGrant, type GrantAsk } from '../../cloudfunctions/organisation/rules';
import { ROLES, type Role } from '../../cloudfunctions/values/roles';
import { LEVELS, type Level, levelBelow } from '../../cloudfunctions/values/units';

const PATHS: Record<Level, string> = {
  city: '/c/',
  district: '/c/d/',
  street: '/c/d/s/',
  community: '/c/d/s/m/',
  grid: '/c/d/s/m/g/',
  group: '/c/d/s/m/g/p/',
};
const HOME: Record<Role, Level> = {
  citySupervisor: 'city',
  districtSupervisor: 'district',
  communityAdmin: 'community',
  communityStaff: 'community',
  gridWorker: 'grid',
  groupLeader: 'group',
  societyLeader: 'community',
  providerClerk: 'community',
};

const held = (role: Role, unitPath: string): HeldRole => ({
  role,
  unitId: unitPath,
  unitPath,
  providerId: null,
  societyId: null,
});
const caller = (...roles: HeldRole[]): Principal => ({
  identityId: 'i',
  residentId: 'me',
  householdId: null,
  communityId: null,
  roles,
});
const holderOf = (role: Role) => caller(held(role, PATHS[HOME[role]]));

function ask(role: Role, change: Partial<GrantAsk> = {}): GrantAsk {
  const level = HOME[role];
  return {
    residentId: 'neighbour',
    role,
    unit: { unitId: PATHS[level], level, path: PATHS[level] },
    provider: role === 'providerClerk' ? { isNamed: true, unitPath: '/c/d/' } : { isNamed: false, unitPath: null },
    society: role === 'societyLeader' ? { isNamed: true, unitId: PATHS[level] } : { isNamed: false, unitId: null },
    validFrom: '2026-11-23',
    validUntil: null,
    today: '2026-11-23',
    ...change,
  };
}

describe('who may give which role', () => {
  const below: readonly Role[] = ['communityStaff', 'gridWorker', 'groupLeader', 'societyLeader', 'providerClerk'];
  const gives: Partial<Record<Role, readonly Role[]>> = {
    citySupervisor: ['districtSupervisor', 'communityAdmin', ...below],
    districtSupervisor: ['communityAdmin', ...below],
    communityAdmin: below,
  };
  const pairs = ROLES.flatMap((giver) => ROLES.map((given) => [giver, given, gives[giver]?.includes(given)] as const));

  it.each(pairs)('%s gives %s: %s', (giver, given, may) => {
    const decision = decideGrant(holderOf(giver), ask(given));
    expect(decision).toMatchObject(may ? { role: giver } : { ok: false, code: 'NOT_ALLOWED' });
  });

  it('reaches only units below the giver', () => {
    const elsewhere = caller(held('communityAdmin', '/c/d/s/other/'));
    expect(decideGrant(elsewhere, ask('gridWorker'))).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('refuses a role for oneself', () => {
    const decision = decideGrant(holderOf('communityAdmin'), ask('communityStaff', { residentId: 'me' }));
    expect(decision).toMatchObject({ code: 'NOT_ALLOWED', detail: { because: 'self' } });
  });
});

describe('where a role fits', () => {
  const fitting: Partial<Record<Role, readonly Level[]>> = {
    districtSupervisor: ['district'],
    communityAdmin: ['community'],
    communityStaff: ['community'],
    gridWorker: ['grid', 'community'],
    groupLeader: ['group'],
    providerClerk: ['district', 'street', 'community'],
  };
  const pairs = Object.entries(fitting).flatMap(([role, levels]) =>
    LEVELS.filter((level) => level !== 'city').map((level) => [role as Role, level, levels.includes(level)] as const),
  );

  it.each(pairs)('%s in a %s: %s', (role, level, fits) => {
    const decision = decideGrant(
      holderOf('citySupervisor'),
      ask(role, { unit: { unitId: 'u', level, path: PATHS[level] } }),
    );
    expect(decision).toMatchObject(fits ? { role: 'citySupervisor' } : { code: 'ROLE_NEEDS_OTHER_LEVEL' });
  });

  const admin = holderOf('communityAdmin');

  it('gives a clerk only to a provider of the unit or above it', () => {
    const at = (unitPath: string | null) =>
      decideGrant(admin, ask('providerClerk', { provider: { isNamed: true, unitPath } }));
    expect(at('/c/d/s/m/')).toMatchObject({ role: 'communityAdmin' });
    expect(at('/c/d/s/other/')).toMatchObject({ code: 'PROVIDER_NOT_FOUND' });
    expect(at(null)).toMatchObject({ code: 'PROVIDER_NOT_FOUND' });
  });

  it('gives a society leader only to a society of that very community', () => {
    const leading = (unitId: string | null) =>
      decideGrant(admin, ask('societyLeader', { society: { isNamed: true, unitId } }));
    expect(leading('/c/d/s/m/')).toMatchObject({ role: 'communityAdmin' });
    expect(leading('/c/d/s/other/')).toMatchObject({ code: 'SOCIETY_NOT_FOUND' });
    expect(leading(null)).toMatchObject({ code: 'SOCIETY_NOT_FOUND' });
  });

  it('refuses a provider or a society beside a role that has none', () => {
    const clerk = ask('gridWorker', { provider: { isNamed: true, unitPath: '/c/d/' } });
    const leader = ask('gridWorker', { society: { isNamed: true, unitId: PATHS.community } });
    expect(decideGrant(admin, clerk)).toMatchObject({
      code: 'INVALID_INPUT',
      detail: { fields: ['input.providerId'] },
    });
    expect(decideGrant(admin, leader)).toMatchObject({
      code: 'INVALID_INPUT',
      detail: { fields: ['input.societyId'] },
    });
  });
});

describe('the dates of a role', () => {
  const during = (validFrom: string, validUntil: string | null) =>
    decideGrant(holderOf('communityAdmin'), ask('gridWorker', { validFrom, validUntil }));

  it('may be one day, and may have no end', () => {
    expect(during('2026-11-23', '2026-11-23')).toMatchObject({ role: 'communityAdmin' });
    expect(during('2027-01-01', null)).toMatchObject({ role: 'communityAdmin' });
  });

  it('must be in order, and not over already', () => {
    expect(during('2026-12-02', '2026-12-01')).toMatchObject({ code: 'DATES_REVERSED' });
    expect(during('2026-11-01', '2026-11-22')).toMatchObject({ code: 'DATES_REVERSED' });
  });
});

it('builds the tree one level at a time, down to groups', () => {
  expect(LEVELS.map(levelBelow)).toEqual(['district', 'street', 'community', 'grid', 'group', null]);
});
