import type { HintKind } from '../../values/activities';

/** What stands in the list of arrivals of the last quarter of an hour. */
export interface Lately {
  readonly bySelf: number;
  /** The most of them within any minute. */
  readonly bySelfInAMinute: number;
  readonly bySelfNotSignedUp: number;
  readonly bySelfElsewhere: number;
  /** The most that one person brought along. */
  readonly broughtByOne: number;
  readonly atTwoDoors: number;
}

/** One every two seconds passes a door. */
const DOOR_IN_A_MINUTE = 30;
/** Fewer are a family or friends who came along. */
const FEW = 5;

const most = (people: number, of: number) => people >= FEW && people * 2 > of;

/**
 * What the host should look at, who stands there and sees who came: a code that was passed on looks like this, and so does a
 * full hall. It stops nobody.
 */
export function hintsFor(lately: Lately, takesSignUp: boolean): { kind: HintKind; people: number }[] {
  const { bySelf, bySelfInAMinute, bySelfNotSignedUp, bySelfElsewhere, broughtByOne, atTwoDoors } = lately;
  const all: readonly [HintKind, number, boolean][] = [
    ['crowd', bySelfInAMinute, bySelfInAMinute > DOOR_IN_A_MINUTE],
    ['notSignedUp', bySelfNotSignedUp, takesSignUp && most(bySelfNotSignedUp, bySelf)],
    ['elsewhere', bySelfElsewhere, most(bySelfElsewhere, bySelf)],
    ['manyByOne', broughtByOne, broughtByOne >= FEW],
    ['twoDoors', atTwoDoors, atTwoDoors > 0],
  ];
  return all.flatMap(([kind, people, isWorthALook]) => (isWorthALook ? [{ kind, people }] : []));
}
