import type { Role } from './roles';

/** The tree of units from the top down: each stands right below one of the level before. */
export const LEVELS = ['city', 'district', 'street', 'community', 'grid', 'group'] as const;
export type Level = (typeof LEVELS)[number];

/** The level of a unit's children; null below a group. */
export const levelBelow = (level: Level): Level | null => LEVELS[LEVELS.indexOf(level) + 1] ?? null;

/** Down to the community, which has grids and groups of its own making. */
export const TO_COMMUNITY = ['city', 'district', 'street', 'community'] as const satisfies readonly Level[];

/** Where a role makes sense. A clerk belongs wherever the provider's vouchers are honoured. */
export const FITTING_LEVELS: Readonly<Record<Role, readonly Level[]>> = {
  citySupervisor: ['city'],
  districtSupervisor: ['district'],
  communityAdmin: ['community'],
  communityStaff: ['community'],
  gridWorker: ['grid', 'community'],
  groupLeader: ['group'],
  societyLeader: ['community'],
  providerClerk: TO_COMMUNITY,
};

/** A community's own provider, or a district's for all its communities. */
export const PROVIDER_LEVELS: readonly Level[] = ['community', 'district'];

/** Of a unit, once in the whole tree: 420001-01-02. */
export const UNIT_CODE = /^[0-9A-Za-z-]{1,30}$/;
export const UNIT_CODE_MAX = 30;

/** What becomes of a unit by a document of the level above. */
export const UNIT_CHANGES = ['renamed', 'merged', 'redrawn'] as const;
export type UnitChangeKind = (typeof UNIT_CHANGES)[number];
/** A document comes first and is entered later: so many days back at most, and never ahead. */
export const UNIT_CHANGE_DAYS = 31;
/** Within a community, of its own making. */
export const OF_COMMUNITY: readonly Level[] = ['grid', 'group'];
/** Where households are registered; some of them may be redrawn from one such place to another. */
export const HOME_LEVELS: readonly Level[] = ['community', ...OF_COMMUNITY];
/** Of these one may be merged into another of its level: districts are drawn by the province, once in a decade. */
export const MERGED_LEVELS: readonly Level[] = ['street', ...HOME_LEVELS];
/** Households that are chosen one by one and redrawn together. */
export const REDRAWN_AT_ONCE = 500;
