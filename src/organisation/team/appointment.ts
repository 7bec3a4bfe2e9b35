import { DATE } from '../../../cloudfunctions/values/dates';
import { GRANTERS, type Role } from '../../../cloudfunctions/values/roles';
import type { RequestFor } from '../../api';
import { orEmpty, type Problems, unless } from '../../components/form/checks';
import { ROLE_WORDS } from '../../session/work';
import { dayWords } from '../../words/dates';

/** Who is to do what, where, from when: as far as it is chosen. */
export interface Appointment {
  readonly person?: { readonly residentId: string; readonly name: string; readonly isBound: boolean } | undefined;
  readonly role?: Role | undefined;
  readonly unitId?: string | undefined;
  readonly providerId?: string | undefined;
  readonly societyId?: string | undefined;
  readonly from: string;
  readonly until: string;
}
/** How what was chosen is called. */
export interface Called {
  readonly unit?: string;
  readonly partner?: string;
}

export const DUTIES: Readonly<Record<Role, string>> = {
  communityStaff: '整个社区的日常：发积分、办活动、登记居民、代办兑换',
  gridWorker: '管一个网格：登记居民、发积分、办活动、看加入申请',
  groupLeader: '记下谁是这个小组的带头人，不能发积分',
  societyLeader: '办自己社团的活动，现场亮签到码',
  providerClerk: '只核销自己服务点的兑换券',
  communityAdmin: '定积分项目和奖励，同意改正，给社区的人开通权限',
  districtSupervisor: '看全区，给各社区开通管理员，不能改积分',
  citySupervisor: '看全市',
};

/** Digits for binding are given by who could end the role: above a community nobody gives any out. */
const bindsFirst = (role: Role) => !GRANTERS[role].includes('communityAdmin');

/** In the order in which the page asks. */
export function problemsIn(asked: Appointment, today: string): Problems<Appointment> {
  const { person, role, unitId, providerId, societyId, from, until } = asked;
  const isBoundFirst = !role || !bindsFirst(role) || person?.isBound === true;
  return {
    person: unless(person !== undefined, '先选好人'),
    role:
      unless(role !== undefined, '再选让他做什么') ??
      unless(isBoundFirst, '他还没绑定。请他先到社区拿绑定码，绑好了再来开通'),
    unitId: unless(unitId !== undefined, '再选在哪里'),
    providerId: unless(role !== 'providerClerk' || providerId !== undefined, '再选是哪个服务商'),
    societyId: unless(role !== 'societyLeader' || societyId !== undefined, '再选是哪个社团'),
    from: unless(DATE.test(from), '从哪天起，写成 2026-01-31 这样'),
    until:
      unless(
        orEmpty(until, (day) => DATE.test(day)),
        '到哪天止，写成 2026-12-31 这样；一直有效就空着',
      ) ??
      unless(
        orEmpty(until, (day) => day >= from && day >= today),
        '到哪天止，不能早于开始那天，也不能早于今天',
      ),
  };
}

/** Behind the name of the unit, which says the rest: 城东社区的管理员. */
const SHORT: Readonly<Partial<Record<Role, string>>> = {
  communityAdmin: '管理员',
  communityStaff: '工作人员',
  districtSupervisor: '主管',
  societyLeader: '负责人',
};
/** 第一网格的网格员; 东门书店的核销员; 舞蹈队的负责人. */
const positionOf = (role: Role, { unit = '', partner }: Called) =>
  `${partner ?? unit}的${SHORT[role] ?? ROLE_WORDS[role]}`;

/** The button: 让李明当第一网格的网格员. */
export function sentenceOf({ person, role, unitId }: Appointment, called: Called): string {
  return person && role && unitId ? `让${person.name}当${positionOf(role, called)}` : '开通权限';
}

export function toSent(asked: Appointment): RequestFor<'organisation.grantRole'> | undefined {
  const { person, role, unitId, providerId, societyId, from, until } = asked;
  if (!person || !role || !unitId) return undefined;
  return {
    ...{ residentId: person.residentId, role, unitId, validFrom: from },
    ...(role === 'providerClerk' && providerId && { providerId }),
    ...(role === 'societyLeader' && societyId && { societyId }),
    ...(until && { validUntil: until }),
  };
}

/** What was done, and what the person has to do now. */
export function doneWords({ person, role, from }: Appointment, called: Called, today: string) {
  const position = role ? positionOf(role, called) : '';
  const begins =
    from > today ? `${dayWords(from)}起，${person?.name}是${position}` : `${person?.name}现在是${position}了`;
  const bound = from > today ? '他已经绑定，到那天打开就能用。' : '他已经绑定，重新打开行为银行就能用，不用再办什么。';
  const unbound = '他还没绑定：请他到社区拿积分卡和绑定码，在自己手机上绑好就能用。';
  return { title: begins, words: person?.isBound ? bound : unbound };
}
