import type { OutputOf } from '../../../kit/action';
import type { Call } from '../../../kit/handler';
import type { previewRoster } from '../../contract';
import { candidatesOf } from '../../rules/roster/page';
import type { Unclear } from '../../rules/roster/plan';
import { personsOf } from '../../store/people';
import { addressesOf } from '../describe';
import { namesOf } from '../personal/read';

type Row = OutputOf<typeof previewRoster>['unclear'][number];

/** Unclear rows with those who could be meant, so that a person can compare and say. */
export async function describeUnclear(call: Call, rows: readonly Unclear[]): Promise<Row[]> {
  const ids = [...new Set(rows.flatMap(candidatesOf))];
  const persons = await personsOf(call.db, ids);
  const names = await namesOf(call.world, call.db, ids);
  const addresses = await addressesOf(
    call,
    [...persons.values()].flatMap(({ householdId }) => householdId ?? []),
  );
  return rows.map((unclear) => ({
    sheet: unclear.person.sheet,
    row: unclear.person.row,
    words: unclear.person.saysGone,
    householdNumber: unclear.number,
    name: unclear.person.name,
    relation: unclear.person.relation,
    bornOn: unclear.person.bornOn,
    bornPrecision: unclear.person.bornPrecision,
    because: unclear.match.because,
    candidates: candidatesOf(unclear).flatMap((residentId) => {
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
