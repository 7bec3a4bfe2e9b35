import { CANDIDATES_MAX } from '../../contract/roster';
import type { Finding } from './finding';
import { keyOf } from './line';
import type { Unclear } from './plan';

/** Named on one page as those who could be meant: about a megabyte. All of a thousand rows would be ten, which no function may answer. */
const NAMED_ON_A_PAGE = 2_000;

/** Said of a row of which a person must decide. */
export const isWaiting = ({ kind }: Pick<Finding, 'kind'>) => kind === 'unclearMatch' || kind === 'saysGone';

export const candidatesOf = ({ match }: Unclear) => match.candidateIds.slice(0, CANDIDATES_MAX);

/** How many of these findings a page may hold, at most `limit`; never none, since one row alone names fewer than a page may. */
export function lengthOfPage(
  findings: readonly Pick<Finding, 'sheet' | 'row' | 'kind'>[],
  unclear: readonly Unclear[],
  limit: number,
): number {
  const candidates = new Map(unclear.map((one) => [keyOf(one.person), candidatesOf(one).length]));
  let named = 0;
  const tooMany = findings.slice(0, limit).findIndex((finding) => {
    if (isWaiting(finding)) named += candidates.get(keyOf(finding)) ?? 0;
    return named > NAMED_ON_A_PAGE;
  });
  return tooMany < 0 ? limit : tooMany;
}
