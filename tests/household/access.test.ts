import {
  denied,
  hasRight,
  ownInterest,
  RIGHTS,
  type Right,
  refuseFamilySpending,
  refuseWithout,
  type Target,
} from '../../cloudfunctions/household/rules/access';
import type { PersonRow } from '../../cloudfunctions/household/rules/standing';
import type { HeldRole, Principal } from '../../cloudfunctions/kit/principal';
import { ROLES, type Role } from '../../cloudfunctions/values/roles';

/**
 * The whole table: every right, for every tie that somebody can have to a target and every role in every place, yes or
 * refused with its reason. The targets belong to grid /ci/di/st/co/g1/ of community /ci/di/st/co/.
 */
const TODAY = '2026-11-23';
const COMMUNITY = '/ci/di/st/co/';
const GRID = `${COMMUNITY}g1/`;

const person = (fields: Partial<PersonRow> = {}): PersonRow => ({
  ...{ residentId: 'p', sex: null, bornOn: '1980-01-01', bornPrecision: 'day', isAssisted: false, helperId: null },
  ...{
    namesOwn: false,
    namesGuardian: false,
    diedOn: null,
    isErased: false,
    householdId: 'h',
    householdNumber: 'LH0001',
    relation: '子',
  },
  ...{ communityId: 'co', communityPath: COMMUNITY, unitId: 'g1', unitPath: GRID, headId: 'head' },
  ...{ poolOwn: false, poolGuardian: false, isBound: false, guardians: [] },
  ...fields,
});
const caller = (fields: Partial<Principal> = {}): Principal => ({
  identityId: 'i',
  residentId: 'x',
  householdId: 'elsewhere',
  communityId: 'co',
  roles: [],
  ...fields,
});
const held = (role: Role, unitPath: string): HeldRole => ({
  role,
  unitId: unitPath,
  unitPath,
  providerId: role === 'providerClerk' ? 'shop' : null,
  societyId: role === 'societyLeader' ? 'club' : null,
});

const TARGETS: Record<string, Target> = {
  adult: { unitPath: GRID, person: person() },
  child: { unitPath: GRID, person: person({ bornOn: '2015-03-01', helperId: 'helper' }) },
  household: { unitPath: GRID, household: { householdId: 'h', headId: 'head' } },
  society: { unitPath: COMMUNITY, societyId: 'club' },
  community: { unitPath: COMMUNITY },
  'own provider': { unitPath: COMMUNITY, providerId: 'shop' },
  'other provider': { unitPath: COMMUNITY, providerId: 'stall' },
  'no household': { unitPath: null, person: person({ householdId: null, headId: null, unitPath: null }) },
  'the dead': { unitPath: GRID, person: person({ diedOn: '2026-11-01' }) },
};

const rightsOf = (who: Principal, target: Target): string =>
  (Object.keys(RIGHTS) as Right[]).filter((to) => hasRight({ caller: who, today: TODAY }, to, target)).join(' ');
const tableOf = (who: Principal) =>
  Object.fromEntries(
    Object.entries(TARGETS).flatMap(([name, target]) => {
      const rights = rightsOf(who, target);
      return rights ? [[name, rights]] : [];
    }),
  );

describe('people, by what they are to each other', () => {
  const SELF = 'actFor seeHistory seePoints spend seeVouchers';
  const FAMILY = 'seeHistory seePoints';
  it.each<[string, Partial<Principal>, Record<string, string>]>([
    ['a stranger', {}, {}],
    ['a newcomer', { residentId: null, householdId: null, communityId: null }, {}],
    [
      'the person themself',
      { residentId: 'p', householdId: 'h' },
      {
        adult: SELF,
        child: SELF,
        household: 'seeHousehold seeHistory seePoints spend seeVouchers',
        'no household': SELF,
        'the dead': FAMILY,
      },
    ],
    [
      'the head of their household',
      { residentId: 'head', householdId: 'h' },
      {
        adult: FAMILY,
        child: SELF,
        household: 'leadHousehold seeHousehold seeHistory seePoints spend seeVouchers',
        'the dead': FAMILY,
      },
    ],
    ['who was the head and moved away', { residentId: 'head' }, {}],
    [
      'another member',
      { residentId: 'y', householdId: 'h' },
      {
        adult: FAMILY,
        child: FAMILY,
        household: 'seeHousehold seeHistory seePoints spend seeVouchers',
        'the dead': FAMILY,
      },
    ],
    [
      'a helper of another household',
      { residentId: 'helper' },
      { child: 'actFor seeHistory seePoints spend seeVouchers' },
    ],
  ])('%s', (_who, fields, table) => {
    expect(tableOf(caller(fields))).toEqual(table);
  });
});

describe('roles, by where they are held', () => {
  const PLACES = [GRID, `${COMMUNITY}g2/`, COMMUNITY, '/ci/di/st/other/', '/ci/di/', '/ci/', '/far/'] as const;
  const IN_REACH = 'seeHousehold seeHistory keepRoster searchRoster identify knowByName letIn mendPeople';
  const DESK = 'seePoints serve seeVouchers awardHere awardTo';
  const OFFICE_IN_REACH = `${IN_REACH} agreeToMerge erase recordDeath ${DESK}`;
  const atEvents = 'announceActivity runActivity helpAt seeAttendance';
  const second = 'signAward seeWaiting lookAgain';
  const grid = `${IN_REACH} ${DESK} seeWaiting ${atEvents} seeDrafts watchGoods`;
  const office = `${OFFICE_IN_REACH} ${second} ${atEvents} proposeCorrection seeDrafts keepGoods watchGoods`;
  const admin = `${OFFICE_IN_REACH} ${second} ${atEvents} proposeCorrection decideCorrection keepCountersigners seeDrafts keepItems keepRewards keepGoods watchGoods`;
  const worker = 'identify letIn awardHere seeWaiting helpAt seeAttendance watchGoods';
  const above = `identify knowByName ${second} seeAttendance keepCountersigners seeDrafts watchGoods`;
  type Cells = Partial<Record<(typeof PLACES)[number], { readonly home?: string; readonly community?: string }>>;
  const everywhereAbove: Cells = Object.fromEntries(
    [GRID, COMMUNITY, '/ci/di/', '/ci/'].map((place) => [
      place,
      place === GRID ? { home: above } : { home: above, community: above },
    ]),
  );
  const staff = (inReach: string): Cells => ({
    [GRID]: { home: inReach, community: worker },
    [`${COMMUNITY}g2/`]: { community: worker },
    [COMMUNITY]: { home: inReach, community: inReach },
    '/ci/di/': { home: inReach, community: inReach },
    '/ci/': { home: inReach, community: inReach },
  });
  const CELLS: Record<Role, Cells> = {
    groupLeader: {},
    societyLeader: {},
    providerClerk: {},
    gridWorker: staff(grid),
    communityStaff: staff(office),
    communityAdmin: staff(admin),
    districtSupervisor: everywhereAbove,
    citySupervisor: everywhereAbove,
  };
  const cells = ROLES.flatMap((role) => PLACES.map((place) => [role, place, CELLS[role][place] ?? {}] as const));

  it.each(cells)('%s of %s', (role, place, { home = '', community = '' }) => {
    const who = caller({ roles: [held(role, place)] });
    expect(rightsOf(who, TARGETS.adult as Target)).toBe(home);
    expect(rightsOf(who, TARGETS.household as Target)).toBe(home);
    expect(rightsOf(who, TARGETS.community as Target)).toBe(community);
    expect(rightsOf(who, TARGETS['no household'] as Target)).toBe('');
  });

  it('a society’s leader runs what is the society’s, and nothing else', () => {
    expect(tableOf(caller({ roles: [held('societyLeader', COMMUNITY)] }))).toEqual({
      society: 'seePoints spend seeVouchers runActivity seeAttendance',
    });
  });

  it('a clerk verifies at their own provider, within the unit', () => {
    expect(tableOf(caller({ roles: [held('providerClerk', '/ci/di/')] }))).toEqual({
      'own provider': 'redeemVouchers',
    });
    expect(tableOf(caller({ roles: [held('providerClerk', '/ci/di/st/other/')] }))).toEqual({});
  });
});

describe('a refusal', () => {
  it('says why', () => {
    const asking = { caller: caller(), today: TODAY };
    const because = (to: Right) => refuseWithout(to, asking, TARGETS.adult as Target)?.detail.because;
    expect(because('keepRoster')).toBe('outOfReach');
    expect(because('searchRoster')).toBe('onlyByCode');
    expect(because('identify')).toBe('livesElsewhere');
    expect(denied('serve')).toEqual({ ok: false, code: 'NOT_ALLOWED', detail: { because: 'outOfReach' } });
  });

  it('is not given to whom the right belongs', () => {
    const self = { caller: caller({ residentId: 'p' }), today: TODAY };
    expect(refuseWithout('actFor', self, TARGETS.adult as Target)).toBeNull();
  });
});

describe('somebody who has died', () => {
  it('is given nothing and scanned nowhere, and stays to be seen by staff and family', () => {
    const dead = { ...(TARGETS['the dead'] as Target), unitPath: GRID };
    const staff = { caller: caller({ roles: [held('communityStaff', COMMUNITY)] }), today: TODAY };
    for (const to of ['awardTo', 'serve', 'identify', 'spend'] as const) expect(hasRight(staff, to, dead)).toBe(false);
    for (const to of ['seePoints', 'seeHistory', 'recordDeath'] as const) expect(hasRight(staff, to, dead)).toBe(true);
  });
});

describe('what is one’s own', () => {
  const interest = (fields: Partial<Principal>, target: string) =>
    ownInterest({ caller: caller(fields), today: TODAY }, TARGETS[target] as Target);

  it('is oneself, the household and its members, and the society that one leads', () => {
    expect(interest({ residentId: 'p' }, 'adult')).toBe('OWN_HOUSEHOLD');
    expect(interest({ householdId: 'h' }, 'adult')).toBe('OWN_HOUSEHOLD');
    expect(interest({ householdId: 'h' }, 'household')).toBe('OWN_HOUSEHOLD');
    expect(interest({ roles: [held('societyLeader', COMMUNITY)] }, 'society')).toBe('OWN_SOCIETY');
  });

  it('is not what belongs to others, nor what nobody lives in', () => {
    expect(interest({}, 'adult')).toBeNull();
    expect(interest({ householdId: null }, 'no household')).toBeNull();
    expect(interest({ residentId: null, householdId: null }, 'household')).toBeNull();
    expect(interest({ roles: [held('communityStaff', COMMUNITY)] }, 'society')).toBeNull();
  });
});

describe('spending what the family has', () => {
  const household = { householdId: 'h', headId: 'head' };
  const spending = (residentId: string, self: PersonRow | null) =>
    refuseFamilySpending({ caller: caller({ residentId, householdId: 'h' }), today: TODAY }, self, household);

  it('is for its adults, and for its head at any age', () => {
    expect(spending('p', person())).toBeNull();
    expect(spending('head', person({ residentId: 'head', bornOn: '2012-01-01' }))).toBeNull();
  });

  it('is refused to a child, and to whoever lives elsewhere', () => {
    expect(spending('p', person({ bornOn: '2012-01-01' }))?.detail).toEqual({ because: 'underAge' });
    expect(spending('p', person({ householdId: 'elsewhere' }))?.detail).toEqual({ because: 'outOfReach' });
    expect(spending('p', null)?.detail).toEqual({ because: 'outOfReach' });
  });
});
