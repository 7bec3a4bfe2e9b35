import type { ChangeReason } from '../../../cloudfunctions/values/people';
import type { RequestFor } from '../../api';
import { useWrite } from '../../api/use-write';
import { isWritten, unless } from '../../components/form/checks';
import { useForm } from '../../components/form/use-form';
import { type PersonForm, personProblems } from '../staff-household/person-form';
import type { PersonData } from './data';

const YEAR = /^(1[89]|20)\d{2}$/;

interface Values extends PersonForm {
  readonly yearOnly: boolean;
  readonly year: string;
  readonly relation: string;
  readonly reason: ChangeReason | '';
}

const asWritten = ({ name, sex, bornOn, bornPrecision, phone, relation }: PersonData): Values => ({
  ...{ name, sex: sex ?? '', phone: phone ?? '', relation },
  bornOn: bornPrecision === 'day' ? (bornOn ?? '') : '',
  yearOnly: bornPrecision === 'year',
  year: bornPrecision === 'year' ? (bornOn ?? '').slice(0, 4) : '',
  reason: '',
});

type Corrected = Omit<RequestFor<'household.correctPerson'>, 'residentId' | 'reason'>;

/** A birthday, or a year alone, where it is another one than before. */
function bornAnew(before: Values, now: Values): Pick<Corrected, 'born'> {
  const isSame = now.yearOnly === before.yearOnly;
  if (now.yearOnly) {
    const isLeft = !now.year || (isSame && now.year === before.year);
    return isLeft ? {} : { born: { known: 'year', year: Number(now.year) } };
  }
  const isLeft = !now.bornOn || (isSame && now.bornOn === before.bornOn);
  return isLeft ? {} : { born: { known: 'day', on: now.bornOn } };
}

/** What differs from what stands there; what is left as it was is left out. */
function changed(before: Values, now: Values): Corrected {
  return {
    ...(now.name.trim() !== before.name && { name: now.name.trim() }),
    ...(now.sex && now.sex !== before.sex && { sex: now.sex }),
    ...bornAnew(before, now),
    ...(now.phone !== before.phone && { phone: now.phone || null }),
    ...(now.relation.trim() !== before.relation && { relation: now.relation.trim() }),
  };
}

/** Puts right what is registered; what is left as it was is not sent. */
export function useCorrect(person: PersonData, onDone: () => void) {
  const { run, ...writing } = useWrite('household.correctPerson');
  const before = asWritten(person);
  return useForm({
    begin: before,
    problemsIn: (typed) => ({
      ...personProblems(typed),
      year: unless(!typed.yearOnly || YEAR.test(typed.year), '年份写四位数，比如 1952'),
      relation: unless(person.householdId === null || isWritten(typed.relation), '先填和户主的关系'),
      reason: unless(typed.reason !== '', '先选为什么改'),
    }),
    writing,
    send: async (typed) =>
      typed.reason
        ? run({ residentId: person.residentId, ...changed(before, typed), reason: typed.reason })
        : undefined,
    onDone,
    named: { on: 'bornOn' },
  });
}
export type CorrectForm = ReturnType<typeof useCorrect>;
