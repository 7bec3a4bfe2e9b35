import type { DataOf } from '../api';
import { appoints, clerkRole, communityOf, isAdmin, isOffice, supervisorRole, workRole } from './work';

type Me = DataOf<'household.me'>;

/** Where somebody works: the community whose items and activities count, the unit whose people they look after. */
function atWork(me: Me) {
  const role = workRole(me);
  const communityId = communityOf(me);
  return role && communityId ? { me, role, communityId, unitId: role.unitId } : undefined;
}

/** For whom a page is; each gives what is certain of whoever passes. */
export const WHO = {
  /** With a community: they live or work there. */
  neighbour: (me: Me) => {
    const communityId = communityOf(me);
    return communityId ? { me, communityId } : undefined;
  },
  resident: (me: Me) =>
    me.resident && me.household ? { me, resident: me.resident, household: me.household } : undefined,
  /** Is known here, though they may live in no household of ours. */
  person: (me: Me) => (me.resident ? { me, resident: me.resident } : undefined),
  /** Has points to look after: their own, or a ward's, though they live in no household of ours. */
  keeper: (me: Me) =>
    me.resident && (me.household || me.wards.length > 0)
      ? { me, resident: me.resident, household: me.household }
      : undefined,
  staff: atWork,
  office: (me: Me) => (isOffice(me) ? atWork(me) : undefined),
  admin: (me: Me) => (isAdmin(me) ? atWork(me) : undefined),
  clerk: (me: Me) => {
    const providerId = clerkRole(me)?.providerId;
    return providerId ? { me, providerId } : undefined;
  },
  /** Gives others their roles. */
  appointer: (me: Me) => (appoints(me) ? { me } : undefined),
  supervisor: (me: Me) => {
    const role = supervisorRole(me);
    return role && { me, role, unitId: role.unitId };
  },
};
export type Who = keyof typeof WHO;
export type Certain<Name extends Who> = NonNullable<ReturnType<(typeof WHO)[Name]>>;
