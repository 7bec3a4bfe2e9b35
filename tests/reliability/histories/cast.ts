/** The people, deeds and rewards of every history, as plain facts: the model reads them, the stage builds them. */
export const HOMES = {
  wang: { grid: 0, members: ['grandma', 'mother', 'boy'], pools: true },
  li: { grid: 1, members: ['neighbour', 'girl'], pools: false },
  zhao: { grid: 0, members: ['staff', 'husband'], pools: true },
  sun: { grid: 0, members: ['admin'], pools: false },
  zhou: { grid: 1, members: ['deputy'], pools: false },
  wu: { grid: 0, members: ['gridWorker'], pools: false },
  zheng: { grid: 0, members: ['clerk', 'otherClerk'], pools: false },
  /** In another community. */
  far: { grid: null, members: ['stranger'], pools: false },
} as const;
export type Home = keyof typeof HOMES;
export type Name = (typeof HOMES)[Home]['members'][number];
/** An account is named after its holder. */
export type Holder = Name | Home;

export const PEOPLE: Readonly<Record<Name, { readonly bornOn: string; readonly pools?: true; readonly role?: Role }>> =
  {
    grandma: { bornOn: '1955-03-01', pools: true },
    mother: { bornOn: '1980-01-01', pools: true },
    boy: { bornOn: '2014-12-20' },
    neighbour: { bornOn: '1970-05-05' },
    girl: { bornOn: '2018-06-01', pools: true },
    staff: { bornOn: '1985-07-07', role: 'communityStaff' },
    husband: { bornOn: '1984-02-29', pools: true },
    admin: { bornOn: '1975-01-31', role: 'communityAdmin' },
    deputy: { bornOn: '1978-10-10', role: 'communityAdmin' },
    gridWorker: { bornOn: '1990-01-01', role: 'gridWorker' },
    clerk: { bornOn: '1988-08-08', role: 'providerClerk' },
    otherClerk: { bornOn: '1989-09-09', role: 'providerClerk' },
    stranger: { bornOn: '1966-06-06' },
  };
export type Role = 'communityStaff' | 'communityAdmin' | 'gridWorker' | 'providerClerk';

export const NAMES = Object.keys(PEOPLE) as Name[];
export const HOME_NAMES = Object.keys(HOMES) as Home[];
export const isHome = (holder: Holder): holder is Home => holder in HOMES;
export const homeOf = (holder: Holder): Home =>
  isHome(holder) ? holder : (HOME_NAMES.find((home) => membersOf(home).includes(holder)) as Home);
export const membersOf = (home: Home): readonly Name[] => HOMES[home].members;
export const headOf = (home: Home): Name => HOMES[home].members[0];

type Cap = `${'person' | 'household'}${'Day' | 'Month' | 'Year'}`;
export interface Item {
  readonly points: number;
  readonly for: 'resident' | 'household';
  /** In the order in which they are looked at. */
  readonly caps: Readonly<Partial<Record<Cap, number>>>;
  readonly needsReview?: true;
  readonly isRetired?: true;
}
export const ITEMS = {
  tidy: { points: 5, for: 'resident', caps: { personDay: 1, personMonth: 3 } },
  help: { points: 2, for: 'resident', caps: { householdDay: 2, householdMonth: 3 } },
  talk: { points: 3, for: 'resident', caps: { personYear: 2 } },
  yard: { points: 4, for: 'household', caps: { personDay: 1, householdYear: 2 } },
  panel: { points: 9, for: 'resident', caps: {}, needsReview: true },
  former: { points: 1, for: 'resident', caps: {}, isRetired: true },
} as const satisfies Record<string, Item>;
export type ItemName = keyof typeof ITEMS;
/** Asia/Shanghai: what was done before earns nothing. */
export const ITEMS_BEGAN_ON = '2026-09-15';
export const ITEM_NAMES = Object.keys(ITEMS) as ItemName[];
export const itemOf = (name: ItemName): Item => ITEMS[name];

export interface Reward {
  readonly cost: number;
  readonly for: 'resident' | 'household';
  readonly period: 'month' | 'quarter' | 'year';
  readonly stock: number;
  readonly limitHolder: number;
  readonly limitHousehold: number | null;
  readonly ageMin: number | null;
  readonly ageMax: number | null;
  readonly leastLifetime: number;
  readonly validDays: number;
}
const anybody = { for: 'resident', limitHousehold: null, ageMin: null, ageMax: null, leastLifetime: 0 } as const;
export const REWARDS: readonly Reward[] = [
  { ...anybody, cost: 4, period: 'month', stock: 2, limitHolder: 1, limitHousehold: 1, validDays: 3 },
  { ...anybody, cost: 6, period: 'year', stock: 2, limitHolder: 3, ageMin: 60, validDays: 40 },
  { ...anybody, cost: 3, period: 'quarter', stock: 4, limitHolder: 2, ageMax: 11, leastLifetime: 6, validDays: 10 },
  { ...anybody, for: 'household', cost: 4, period: 'year', stock: 3, limitHolder: 2, validDays: 20 },
];

/** Places in the activities that are announced, for those who sign up. */
export const CAPACITY = 2;
