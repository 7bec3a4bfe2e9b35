import type { OutputOf } from '../../../kit/action';
import type { Call } from '../../../kit/handler';
import type { previewRoster } from '../../contract';
import { CANDIDATES_MAX } from '../../contract/roster';
import type { Unclear } from '../../rules/roster/plan';
import { personsOf } from '../../store/people';
import { addressesOf } from '../describe';
import { namesOf } from '../personal/read';

const candidatesOf = ({ candidateIds }: Unclear['match']) => candidateIds.slice(0, CANDIDATES_MAX);

type Row = OutputOf<typeof previewRoster>['unclear'][number];

/** Unclear rows with those who could be meant, so that a person can compare and say. */
export async function describeUnclear(call: Call, rows: readonly Unclear[]): Promise<Row[]> {
  const ids = [...new Set(rows.flatMap(({ match }) => candidatesOf(match)))];
  const persons = await personsOf(call.db, ids);
  const names = await namesOf(call.world, call.db, ids);
  const addresses = await addressesOf(
    call,
    [...persons.values()].flatMap(({ householdId }) => householdId ?? []),
  );
  return rows.map(({ person, number, match }) => ({
    row: person.row,
    householdNumber: number,
    name: person.name,
    relation: person.relation,
    bornOn: person.bornOn,
    bornPrecision: person.bornPrecision,
    because: match.because,
    candidates: candidatesOf(match).flatMap((residentId) => {
      const one = persons.get(residentId);
      if (!one) return [];
      return {
        residentId,
        name: names.get(residentId) ?? '',
        relation: one.relation ?? '',
        bornOn: one.bornOn,
        bornPrecision: one.bornPrecision,
        householdNumber: one.householdNumber ?? '',
        address: addresses.get(one.householdId ?? '') ?? '',
      };
    }),
  }));
}
