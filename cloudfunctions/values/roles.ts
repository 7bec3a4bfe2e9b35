/** What people may do for others, each role with a unit and dates (organisation). */
export const ROLES = [
  'groupLeader',
  'societyLeader',
  'gridWorker',
  'communityStaff',
  'communityAdmin',
  'providerClerk',
  'districtSupervisor',
  'citySupervisor',
] as const;
export type Role = (typeof ROLES)[number];

/** From the city down to the counter. */
export const BY_RANK: readonly Role[] = [
  'citySupervisor',
  'districtSupervisor',
  'communityAdmin',
  'communityStaff',
  'gridWorker',
  'groupLeader',
  'societyLeader',
  'providerClerk',
];

/** People who work in a community's office or grid and may see its roster. */
export const STAFF = ['gridWorker', 'communityStaff', 'communityAdmin'] as const satisfies readonly Role[];
/** Of them those in the office, who also draft items, import rosters and propose corrections. */
export const OFFICE = ['communityStaff', 'communityAdmin'] as const satisfies readonly Role[];
/** They look at a district or the city and change no points. */
export const SUPERVISORS = ['districtSupervisor', 'citySupervisor'] as const satisfies readonly Role[];
/** Who stands above somebody, from the community up: they build units and give others their roles. */
export const APPOINTERS = ['communityAdmin', ...SUPERVISORS] as const satisfies readonly Role[];
export type Appointer = (typeof APPOINTERS)[number];
/** They add a provider, to their own community or district. */
export const PROVIDER_KEEPERS = ['communityAdmin', 'districtSupervisor'] as const satisfies readonly Role[];

/**
 * Who gives and ends a role: always somebody of the level above. Nobody gives citySupervisor:
 * the installation names its first one, since there is no level above.
 */
export const GRANTERS: Readonly<Record<Role, readonly Appointer[]>> = {
  citySupervisor: [],
  districtSupervisor: ['citySupervisor'],
  communityAdmin: SUPERVISORS,
  communityStaff: APPOINTERS,
  gridWorker: APPOINTERS,
  groupLeader: APPOINTERS,
  societyLeader: APPOINTERS,
  providerClerk: APPOINTERS,
};
