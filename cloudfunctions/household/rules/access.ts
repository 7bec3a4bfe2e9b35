import { leadsSociety, type Principal, reaches } from '../../kit/principal';
import { type DetailOf, type Refusal, refuse } from '../../kit/refusal';
import { OFFICE, type Role, STAFF, SUPERVISORS } from '../../values/roles';
import { guardiansOf, isInOtherHands } from './guardians';
import { isMinor, type PersonRow } from './standing';

/**
 * Who may act for whom, where and on what: the one place that answers it, for this room and all above it. `allow` in a
 * contract says who may call at all; here the caller's ties to what they name are held against what a right asks for.
 *
 * To come, and nowhere else: a delegation is one more row of TIES ("stands in for somebody who has the tie"); the rights
 * that it carries name the tie in RIGHTS.
 */
export interface Asking {
  readonly caller: Principal;
  /** Asia/Shanghai: who is a child depends on it. */
  readonly today: string;
}

/** What is to be seen or changed, with as much of it as the question needs. What is left out gives no tie. */
export interface Target {
  /** Its grid or community, or the community that it belongs to; null for somebody without a household. */
  readonly unitPath: string | null;
  readonly person?: Person | null | undefined;
  /** A household itself, and not somebody's. */
  readonly household?: { readonly householdId: string; readonly headId: string | null } | null | undefined;
  readonly societyId?: string | null;
  readonly providerId?: string | null;
}
type Person = Pick<
  PersonRow,
  'residentId' | 'householdId' | 'headId' | 'helperId' | 'isAssisted' | 'bornOn' | 'diedOn' | 'unitPath' | 'guardians'
>;

const holds =
  (...roles: readonly Role[]) =>
  ({ caller }: Asking, { unitPath }: Target) =>
    unitPath !== null && reaches(caller, roles, unitPath);

/** Where the caller is a clerk of the provider: paths of units. Vouchers of elsewhere are a colleague's. */
export const unitsOfClerk = (caller: Principal, providerId: string | null): string[] =>
  caller.roles.flatMap((held) =>
    held.role === 'providerClerk' && held.providerId === providerId ? [held.unitPath] : [],
  );

const isAlive = (person: Person | null | undefined): person is Person => person?.diedOn === null;

/** By a paper that was shown, wherever they live. */
const guardian = ({ caller, today }: Asking, { person }: Target): boolean =>
  isAlive(person) && guardiansOf(person, today).some(({ guardianId }) => guardianId === caller.residentId);

/** How a caller can stand to a target. */
const TIES = {
  self: ({ caller }, { person }) => isAlive(person) && caller.residentId === person.residentId,
  guardian,
  /** Acts for a child under 18 or an assisted member: as their guardian by a paper, else as their helper or the head of their household. */
  charge: (asking, target) => {
    const { caller, today } = asking;
    const { person } = target;
    if (guardian(asking, target)) return true;
    if (!isAlive(person) || caller.residentId === null || isInOtherHands(person, today)) return false;
    if (!person.isAssisted && !isMinor(person, today)) return false;
    const isHead = person.headId === caller.residentId && person.householdId === caller.householdId;
    return isHead || person.helperId === caller.residentId;
  },
  /** The caller or one of their household, whoever of them it is. */
  family: ({ caller }, { person }) =>
    person?.residentId === caller.residentId ||
    (typeof person?.householdId === 'string' && person.householdId === caller.householdId),
  household: ({ caller }, { household }) => household?.householdId === caller.householdId,
  head: ({ caller }, { household }) =>
    household?.householdId === caller.householdId && household?.headId === caller.residentId,
  leader: ({ caller }, { societyId = null }) => leadsSociety(caller, societyId),
  /** Staff whose unit holds the target: a grid worker's grid, an office's community. */
  staff: holds(...STAFF),
  /** Works in the community or in one of its grids: helps at what all of it does, not at their own grid's doors alone. */
  worker: ({ caller }, { unitPath }) =>
    unitPath !== null &&
    caller.roles.some(
      (held) =>
        (STAFF as readonly Role[]).includes(held.role) &&
        (unitPath.startsWith(held.unitPath) || held.unitPath.startsWith(unitPath)),
    ),
  office: holds(...OFFICE),
  admin: holds('communityAdmin'),
  supervisor: holds(...SUPERVISORS),
  /** Redeems for one provider, in the units of the role. */
  clerk: ({ caller }, { providerId = null, unitPath }) =>
    unitsOfClerk(caller, providerId).some((path) => unitPath?.startsWith(path)),
} satisfies Record<string, (asking: Asking, target: Target) => boolean>;
export type Tie = keyof typeof TIES;

type Because = DetailOf<'NOT_ALLOWED'>['because'];
const right = <const T extends readonly Tie[]>(by: T, because: Because = 'outOfReach') => ({ by, because });
/** Nothing is given to, taken from or scanned of somebody who has died: nobody has such a right any more. */
const ofTheLiving = <const T extends readonly Tie[]>(by: T, because: Because = 'outOfReach') => ({
  ...right(by, because),
  livingOnly: true,
});

/** What may be done, by which ties, and what the others are told. */
export const RIGHTS = {
  /** To wish, agree, sign up or come along in somebody's name. */
  actFor: right(['self', 'charge']),
  leadHousehold: right(['head']),
  seeHousehold: right(['household', 'staff']),
  /** What was changed about a person or household, by whom and why. */
  seeHistory: right(['household', 'family', 'charge', 'staff']),
  keepRoster: right(['staff']),
  searchRoster: right(['staff'], 'onlyByCode'),
  /** Somebody who stands there and shows a code or a card; masked for those who only supervise. */
  identify: ofTheLiving(['worker', 'supervisor'], 'livesElsewhere'),
  /** Somebody named in a list of the caller's; masked for those who only supervise. */
  knowByName: right(['staff', 'supervisor']),
  letIn: right(['worker']),
  /** To put right what is registered, and to say where somebody lives; never of one's own, see `ownInterest`. */
  mendPeople: right(['staff']),
  /** That two records are one person is seen by a second one. */
  agreeToMerge: right(['office']),
  /** To erase somebody who asks for it, for good. */
  erase: right(['office']),
  /** To say that somebody has died, and to take it back. */
  recordDeath: right(['office']),
  /** One household's passbook is one book. */
  seePoints: right(['household', 'family', 'charge', 'leader', 'staff']),
  spend: ofTheLiving(['self', 'charge', 'household', 'leader']),
  /** At the desk; never one's own, see `ownInterest`. */
  serve: ofTheLiving(['staff']),
  seeVouchers: right(['self', 'charge', 'household', 'leader', 'staff']),
  redeemVouchers: right(['clerk']),
  awardHere: right(['worker']),
  awardTo: ofTheLiving(['staff']),
  /** A second person's signature: the office, or with none free the level above. */
  signAward: right(['office', 'supervisor']),
  seeWaiting: right(['worker', 'supervisor']),
  lookAgain: right(['office', 'supervisor']),
  /** One's own unit's: the office's community, a grid worker's grid. */
  announceActivity: right(['staff']),
  runActivity: right(['staff', 'leader']),
  /** To check in who came without a phone, at what any grid of the community does; by name, so no leader alone. */
  helpAt: right(['worker']),
  seeAttendance: right(['worker', 'leader', 'supervisor']),
  proposeCorrection: right(['office']),
  decideCorrection: right(['admin']),
  /** Whose key signs days a second time; two of them say so. */
  keepCountersigners: right(['admin', 'supervisor']),
  seeDrafts: right(['staff', 'supervisor']),
  keepItems: right(['admin']),
  keepRewards: right(['admin']),
  /** The shelf: the office counts, somebody else of the community or of the level above watches. */
  keepGoods: right(['office']),
  watchGoods: right(['worker', 'supervisor']),
} as const;
export type Right = keyof typeof RIGHTS;

/** All ties that give the caller this right; none where they have it not. */
export function tiesFor(asking: Asking, to: Right, target: Target): readonly Tie[] {
  if ('livingOnly' in RIGHTS[to] && target.person && !isAlive(target.person)) return [];
  return RIGHTS[to].by.filter((tie) => TIES[tie](asking, target));
}

export const hasRight = (asking: Asking, to: Right, target: Target): boolean => tiesFor(asking, to, target).length > 0;

export const denied = (to: Right): Refusal<'NOT_ALLOWED'> => refuse('NOT_ALLOWED', { because: RIGHTS[to].because });

/** Null where the caller has the right, else why not. */
export const refuseWithout = (to: Right, asking: Asking, target: Target): Refusal<'NOT_ALLOWED'> | null =>
  hasRight(asking, to, target) ? null : denied(to);

/** For oneself, and for those in one's charge. */
export const mayActFor = (asking: Asking, person: Person): boolean =>
  hasRight(asking, 'actFor', { unitPath: person.unitPath, person });

/** Nobody gives to, serves or corrects what is their own: a colleague does. Null where it is somebody else's. */
export function ownInterest(asking: Asking, target: Target): 'OWN_HOUSEHOLD' | 'OWN_SOCIETY' | null {
  if (TIES.leader(asking, target)) return 'OWN_SOCIETY';
  const isOwn = TIES.family(asking, target) || TIES.guardian(asking, target) || TIES.household(asking, target);
  return isOwn ? 'OWN_HOUSEHOLD' : null;
}

/** The family's points are spent by its adults; `self` is the caller. The head's own deed is the consent that others need. */
export function refuseFamilySpending(
  { caller, today }: Asking,
  self: Person | null,
  household: { readonly householdId: string | null; readonly headId: string | null },
): Refusal<'NOT_ALLOWED'> | null {
  if (!self || self.householdId !== household.householdId) return refuse('NOT_ALLOWED', { because: 'outOfReach' });
  if (household.headId === caller.residentId || !isMinor(self, today)) return null;
  return refuse('NOT_ALLOWED', { because: 'underAge' });
}

/** Staff hear that somebody is out of their reach; nobody else is told who is there. */
export const mayKnowWhoIsThere = (caller: Principal): boolean =>
  caller.roles.some(({ role }) => (STAFF as readonly Role[]).includes(role));
