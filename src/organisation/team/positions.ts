import type { Me } from '../../session';
import { ROLE_WORDS, type Role } from '../../session/work';

const IN_A_COMMUNITY = [
  'communityStaff',
  'gridWorker',
  'groupLeader',
  'societyLeader',
  'providerClerk',
] as const satisfies readonly Role[];

/** As the server decides it (organisation/rules): each role is given and ended by a role above it. */
export const GIVES = {
  citySupervisor: ['districtSupervisor', 'communityAdmin', ...IN_A_COMMUNITY],
  districtSupervisor: ['communityAdmin', ...IN_A_COMMUNITY],
  communityAdmin: IN_A_COMMUNITY,
} as const satisfies Partial<Record<Role, readonly Role[]>>;
type Giver = keyof typeof GIVES;
const GIVERS = Object.keys(GIVES) as Giver[];

/** A role of the caller under which they appoint others, in its unit and below. */
export interface Position {
  readonly role: Giver;
  readonly unitId: string;
  readonly unitName: string;
}

const isPosition = (held: Me['roles'][number]): held is Me['roles'][number] & Position =>
  (GIVERS as readonly Role[]).includes(held.role);

/** The widest first: who founded an installation is city supervisor and a community's admin. */
export function positionsOf(me: Me): Position[] {
  const positions = me.roles.filter(isPosition);
  return positions.sort((a, b) => GIVERS.indexOf(a.role) - GIVERS.indexOf(b.role));
}

export const mayGive = (position: Position, role: Role) => (GIVES[position.role] as readonly Role[]).includes(role);
/** Supervisors know residents by a code that is shown to them, staff by name. */
export const findsByCodeOnly = (position: Position) => position.role !== 'communityAdmin';
export const positionWords = ({ unitName, role }: Position) => `${unitName} · ${ROLE_WORDS[role]}`;
