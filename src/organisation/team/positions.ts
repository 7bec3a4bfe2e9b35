import { APPOINTERS, type Appointer, BY_RANK, GRANTERS, type Role } from '../../../cloudfunctions/values/roles';
import type { Me } from '../../session';
import { ROLE_WORDS } from '../../session/work';

/** A role of the caller under which they appoint others, in its unit and below. */
export interface Position {
  readonly role: Appointer;
  readonly unitId: string;
  readonly unitName: string;
}

const isPosition = (held: Me['roles'][number]): held is Me['roles'][number] & Position =>
  (APPOINTERS as readonly Role[]).includes(held.role);

/** The widest first: who founded an installation is city supervisor and a community's admin. */
export function positionsOf(me: Me): Position[] {
  const positions = me.roles.filter(isPosition);
  return positions.sort((a, b) => APPOINTERS.indexOf(b.role) - APPOINTERS.indexOf(a.role));
}

export const mayGive = (position: Position, role: Role) => GRANTERS[role].includes(position.role);
export const givenBy = (position: Position) => BY_RANK.filter((role) => mayGive(position, role));
/** Supervisors know residents by a code that is shown to them, staff by name. */
export const findsByCodeOnly = (position: Position) => position.role !== 'communityAdmin';
export const positionWords = ({ unitName, role }: Position) => `${unitName} · ${ROLE_WORDS[role]}`;
