import { APPOINTERS, OFFICE, ROLES, type Role, STAFF, SUPERVISORS } from '../../cloudfunctions/values/roles';
import type { DataOf } from '../api';

type Me = DataOf<'household.me'>;

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  groupLeader: '小组长',
  societyLeader: '社会组织负责人',
  gridWorker: '网格员',
  communityStaff: '社区工作人员',
  communityAdmin: '社区管理员',
  providerClerk: '核销员',
  districtSupervisor: '区主管',
  citySupervisor: '市主管',
};

/** The role under which somebody works here; the one with most to do first. */
export function workRole(me: Me, among: readonly Role[] = STAFF): Me['roles'][number] | undefined {
  const order: readonly Role[] = [
    'communityAdmin',
    'communityStaff',
    'gridWorker',
    'providerClerk',
    'societyLeader',
    'districtSupervisor',
    'citySupervisor',
  ];
  const held = me.roles.filter(({ role }) => among.includes(role));
  return held.sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role))[0];
}

export const isStaff = (me: Me) => workRole(me, STAFF) !== undefined;
export const isOffice = (me: Me) => workRole(me, OFFICE) !== undefined;
export const isAdmin = (me: Me) => workRole(me, ['communityAdmin']) !== undefined;
export const clerkRole = (me: Me) => workRole(me, ['providerClerk']);

/** Looks at a district or the city and changes no points. */
export const supervisorRole = (me: Me) => workRole(me, SUPERVISORS);

/** Gives others their roles: whoever stands above somebody. */
export const appoints = (me: Me) => workRole(me, APPOINTERS) !== undefined;

/** 第二网格 · 网格员, or where the household lives. */
export function roleWords(me: Me): string {
  const held = workRole(me, ROLES);
  if (!held) return me.household?.communityName ?? '';
  return `${held.providerName ?? held.societyName ?? held.unitName} · ${ROLE_WORDS[held.role]}`;
}

/** Keys of the side menu's entries that these roles may use. */
export function allowedKeys(me: Me): string[] {
  const keys: string[] = [];
  if (isStaff(me))
    keys.push(
      'workbench',
      'award',
      'activities',
      'activity',
      'people',
      'applications',
      'desk',
      'second',
      'counter',
      'shelf',
      'register',
    );
  if (isOffice(me)) keys.push('roster', 'catalogue', 'corrections');
  if (isAdmin(me)) keys.push('rewards', 'limits');
  if (clerkRole(me)) keys.push('redeem', 'redeemed');
  if (supervisorRole(me)) keys.push('units', 'kinds', 'guidelines');
  if (appoints(me)) keys.push('team', 'unitChanges');
  return keys;
}

/** The community in which the caller works as staff, else the one where they live. */
export function communityOf(me: Me): string | undefined {
  return workRole(me)?.communityId ?? me.household?.communityId ?? me.roles[0]?.communityId ?? undefined;
}

/** What that community is called, as far as it is known: of who works in a grid elsewhere, the grid. */
export function communityNameOf(me: Me): string {
  const role = workRole(me);
  const worksInAll = role?.unitId === role?.communityId;
  const livesThere = me.household?.communityId === communityOf(me);
  return (!worksInAll && livesThere ? me.household?.communityName : role?.unitName) ?? '';
}
