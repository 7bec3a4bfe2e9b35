import type { NewHousehold, NewMember, NewResident } from '../../household';
import type { Role } from '../../values/roles';
import type { Making } from './people';
import type { PersonaKey } from './personas';
import type { CommunityKey } from './places';

/** Who acts in the demo: the personas, and staff of the other communities, as whom nobody can sign in. */
export type ActorKey = Exclude<PersonaKey, 'newcomer' | 'applicant'> | `${CommunityKey}-${'staff' | 'admin' | 'clerk'}`;

export interface CastMember {
  readonly key: ActorKey | 'child' | 'mother' | 'tenant';
  readonly residentId: string;
}
export interface Cast {
  readonly households: readonly NewHousehold[];
  /** Those who live elsewhere. */
  readonly residents: readonly NewResident[];
  readonly idOf: ReadonlyMap<CastMember['key'], string>;
}

interface Homes {
  readonly communityId: string;
  readonly groupIds: readonly string[];
  readonly joinedOn: string;
}

/** Born on this day so many years ago, and a little more. */
const aged = ({ today }: Making, age: number, monthDay: string) => {
  const hadBirthday = monthDay <= today.slice(5);
  return `${Number(today.slice(0, 4)) - age - (hadBirthday ? 0 : 1)}-${monthDay}`;
};

/** The people of the personas with their families. Every one is made up. */
export function makeCast(making: Making, homes: Homes): Cast {
  const idOf = new Map<CastMember['key'], string>();
  const person = (
    key: CastMember['key'] | null,
    relation: string,
    name: string,
    sex: 'female' | 'male',
    bornOn: string,
    more: Partial<NewMember> = {},
  ): NewMember => {
    const residentId = making.makeId();
    if (key) idOf.set(key, residentId);
    return { residentId, relation, name, sex, bornOn, phone: making.phones.next(), ...more };
  };
  const home = (number: string, group: number, address: string, members: NewMember[], poolAgreed = false) => ({
    householdId: making.makeId(),
    communityId: homes.communityId,
    unitId: homes.groupIds[group] ?? homes.communityId,
    number,
    address,
    members,
    joinedOn: homes.joinedOn,
    poolAgreed,
  });

  const senior = person('senior', '户主', '李桂芳', 'female', aged(making, 72, '03-08'), { namesShown: true });
  const husband = person(null, '配偶', '张德才', 'male', aged(making, 74, '10-02'), { poolAgreed: true });
  const head = person('householdHead', '户主', '陈建军', 'male', aged(making, 41, '06-15'), { poolAgreed: true });
  const helped = { phone: null, helperId: head.residentId };
  const household = [
    head,
    person(null, '配偶', '刘海燕', 'female', aged(making, 39, '09-20'), { poolAgreed: true }),
    person('child', '女', '陈小雨', 'female', aged(making, 9, '05-06'), { ...helped, poolAgreed: true }),
    person('mother', '母亲', '周秀英', 'female', aged(making, 81, '02-11'), {
      ...helped,
      isAssisted: true,
      poolAgreed: true,
    }),
  ];
  const tenant = person('tenant', '户主', '吴晓峰', 'male', aged(making, 34, '12-01'), { note: '租户' });
  const gridWorker = person('gridWorker', '户主', '王敏', 'female', aged(making, 36, '04-25'));
  const gridSon = person(null, '子', '孙浩然', 'male', aged(making, 10, '08-19'), {
    phone: null,
    helperId: gridWorker.residentId,
  });
  const admin = person('admin', '户主', '刘志强', 'male', aged(making, 48, '11-03'));

  const outside = (key: ActorKey, name: string, sex: 'female' | 'male', age: number) =>
    person(key, '', name, sex, aged(making, age, '07-07'));
  const residents = [
    outside('staff', '赵丽', 'female', 33),
    outside('clerk', '孙慧', 'female', 29),
    outside('bookClerk', '何文博', 'male', 27),
    outside('district', '周海燕', 'female', 44),
    outside('city', '郭建华', 'male', 52),
    ...(['jinxiang', 'baishipo', 'queji'] as const).flatMap((community, i) => [
      outside(`${community}-staff`, ['徐静', '马磊', '罗春梅'][i] ?? '', i === 1 ? 'male' : 'female', 31 + i),
      outside(`${community}-admin`, ['高明', '宋红', '唐国强'][i] ?? '', i === 1 ? 'female' : 'male', 45 + i),
      outside(`${community}-clerk`, ['谢玲', '韩俊', '邓芳'][i] ?? '', i === 1 ? 'male' : 'female', 28 + i),
    ]),
  ];
  const households = [
    home('LH0901', 1, '浏河路8号2单元201', [senior, husband], true),
    home('LH0902', 8, '浏河路15号1单元502', household, true),
    home('LH0903', 14, '浏河路29号3单元1101', [tenant]),
    home('LH0904', 7, '浏河路12号2单元302', [gridWorker, gridSon]),
    home('LH0905', 20, '浏河路33号1单元601', [admin]),
  ];
  return { households, residents, idOf };
}

/** Who holds which role, and where: a unit's key, with a provider's where the role has one. */
export const ROLES_OF: readonly {
  readonly actor: ActorKey;
  readonly role: Role;
  readonly unit: string;
  readonly provider?: string;
}[] = [
  { actor: 'city', role: 'citySupervisor', unit: 'JM' },
  { actor: 'district', role: 'districtSupervisor', unit: 'JM-DB' },
  { actor: 'admin', role: 'communityAdmin', unit: 'liuhe' },
  { actor: 'staff', role: 'communityStaff', unit: 'liuhe' },
  { actor: 'gridWorker', role: 'gridWorker', unit: 'liuhe' },
  { actor: 'clerk', role: 'providerClerk', unit: 'liuhe', provider: 'health' },
  { actor: 'bookClerk', role: 'providerClerk', unit: 'liuhe', provider: 'books' },
  ...(['jinxiang', 'baishipo', 'queji'] as const).flatMap((unit) => [
    { actor: `${unit}-admin` as const, role: 'communityAdmin' as const, unit },
    { actor: `${unit}-staff` as const, role: 'communityStaff' as const, unit },
    { actor: `${unit}-clerk` as const, role: 'providerClerk' as const, unit, provider: 'health' },
  ]),
];

/** The actor of a community's office: 浏河's are personas. */
export const staffOf = (community: CommunityKey): ActorKey => (community === 'liuhe' ? 'staff' : `${community}-staff`);
export const adminOf = (community: CommunityKey): ActorKey => (community === 'liuhe' ? 'admin' : `${community}-admin`);
export const clerkOf = (community: CommunityKey): ActorKey => (community === 'liuhe' ? 'clerk' : `${community}-clerk`);
