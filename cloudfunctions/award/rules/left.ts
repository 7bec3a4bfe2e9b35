import { CEILING_KINDS } from '../../values/awards';
import { CAP_KINDS, type CapKind, type Claim, capKey, ceilingKey } from './decide';
import { givenKey } from './giving';

/** How often an item counts yet, to be seen while one chooses. */
export interface Left {
  /** The limit in times that is nearest to full; null where there is none. */
  readonly nearest: { readonly cap: CapKind; readonly times: number; readonly capTimes: number } | null;
  /** So many of this household can be given it yet, by this giver; null where nothing limits a household. */
  readonly household: number | null;
}

export function leftFor(claim: Claim, counted: ReadonlyMap<string, number>): Left {
  return { nearest: nearestCap(claim, counted), household: leftForHousehold(claim, counted) };
}

function nearestCap(claim: Claim, counted: ReadonlyMap<string, number>): Left['nearest'] {
  const caps = CAP_KINDS.flatMap((cap) => {
    const [capTimes, key] = [claim.caps[cap], capKey(claim, cap)];
    return capTimes === null || !key ? [] : [{ cap, capTimes, times: counted.get(key) ?? 0 }];
  });
  return caps.sort((a, b) => a.capTimes - a.times - (b.capTimes - b.times))[0] ?? null;
}

type Counted = ReadonlyMap<string, number>;

function leftForHousehold(claim: Claim, counted: Counted): number | null {
  if (!claim.householdId) return null;
  const left = [...timesLeft(claim, counted), ...pointsLeft(claim, counted), ...givingLeft(claim, counted)];
  return left.length > 0 ? Math.max(0, Math.min(...left)) : null;
}

const isOfHousehold = (kind: string) => kind.startsWith('household');

const timesLeft = (claim: Claim, counted: Counted): number[] =>
  CAP_KINDS.filter(isOfHousehold).flatMap((kind) => {
    const [most, key] = [claim.caps[kind], capKey(claim, kind)];
    return most === null || !key ? [] : [most - (counted.get(key) ?? 0)];
  });

/** Points for time are given up to a ceiling, so that a rest of it is enough for one more. */
const pointsLeft = ({ points, isByTime, ceilings, ...claim }: Claim, counted: Counted): number[] =>
  CEILING_KINDS.filter(isOfHousehold).flatMap((kind) => {
    const [most, key] = [ceilings?.[kind] ?? null, ceilingKey(claim, kind)];
    if (most === null || !key) return [];
    const shares = (most - (counted.get(key) ?? 0)) / points;
    return [isByTime ? Math.ceil(shares) : Math.floor(shares)];
  });

function givingLeft({ givenBy, givingLimits, householdId, points }: Claim, counted: Counted): number[] {
  const most = givingLimits?.givenToOneADay ?? null;
  if (!givenBy || most === null || !householdId) return [];
  return [Math.floor((most - (counted.get(givenKey(givenBy, householdId)) ?? 0)) / points)];
}
