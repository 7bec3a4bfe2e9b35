import { BORN_PRECISIONS, type CorrectedField } from '../../../values/people';
import { plainName } from '../name';
import type { PersonalData } from '../personal-data';
import type { Finding } from './finding';
import type { RosterHousehold } from './household';
import { HEAD_RELATION, type Place } from './line';
import type { KnownHousehold, KnownPerson, Person } from './match';

const isHead = ({ relation }: Pick<Person, 'relation'>) => relation === HEAD_RELATION;

/** A cell that was filled in, else what was known. */
const filledIn = (known: PersonalData, person: Person) => ({
  phone: person.phone ?? known.phone ?? null,
  idTail: person.idTail ?? known.idTail ?? null,
  note: person.note ?? known.note ?? null,
});

/** How exactly a birthday is known. */
const finenessOf = ({ bornPrecision }: Pick<KnownPerson, 'bornPrecision'>) =>
  bornPrecision === null ? 0 : BORN_PRECISIONS.length - BORN_PRECISIONS.indexOf(bornPrecision);

/** What the file knows better. An empty cell takes nothing away. */
export function learn(known: KnownPerson, person: Person) {
  const isFinerBirth = !person.isBornRough && finenessOf(person) > finenessOf(known);
  const { bornOn, bornPrecision } = isFinerBirth ? person : known;
  return {
    sex: person.sex ?? known.sex,
    bornOn,
    bornPrecision,
    // who is the head is not decided by a list
    relation: isHead(known) || isHead(person) ? known.relation : person.relation,
    personal: { ...known.personal, ...filledIn(known.personal, person) },
  };
}

/** A cell of the file that the register contradicts. */
export interface KeptField extends Place {
  readonly field: '姓名' | '出生日期';
}

/** What the file says otherwise of somebody whom a person recognised, and what is not learned: names, and a birthday for a birthday. */
export function keptFieldsOf(known: KnownPerson, person: Person): KeptField[] {
  const isOtherName = plainName(known.personal.name ?? '') !== plainName(person.name);
  const isOtherBirth = person.bornOn !== null && person.bornOn !== learn(known, person).bornOn;
  return [
    ...(isOtherName ? [{ sheet: person.sheet, row: person.row, field: '姓名' as const }] : []),
    ...(isOtherBirth ? [{ sheet: person.sheet, row: person.row, field: '出生日期' as const }] : []),
  ];
}

const SEALED = ['phone', 'idTail', 'note'] as const;
const isOther = (before: PersonalData, after: PersonalData, field: (typeof SEALED)[number]): boolean =>
  (before[field] ?? null) !== (after[field] ?? null);

/** What of a person the file knows better: that is written down, and told to them. */
export function learnedFieldsOf(known: KnownPerson, person: Person): CorrectedField[] {
  const { personal, ...after } = learn(known, person);
  const isBornNew = after.bornOn !== known.bornOn || after.bornPrecision !== known.bornPrecision;
  return [
    ...SEALED.filter((field) => isOther(known.personal, personal, field)),
    ...(after.sex === known.sex ? [] : (['sex'] as const)),
    ...(isBornNew ? (['bornOn'] as const) : []),
    ...(after.relation === known.relation ? [] : (['relation'] as const)),
  ];
}

export const hasPersonalDataChanged = (before: PersonalData, after: PersonalData): boolean =>
  SEALED.some((field) => isOther(before, after, field));

/** What of a household the file knows better. */
export function movedFieldsOf(known: KnownHousehold, { address, unitId }: RosterHousehold): CorrectedField[] {
  return [
    ...(address !== null && address !== known.address ? (['address'] as const) : []),
    ...(unitId !== null && unitId !== known.unitId ? (['unit'] as const) : []),
  ];
}

export const toKept = ({ sheet, row, field }: KeptField): Finding => ({
  ...{ sheet, row, field, kind: 'keptAsRegistered', effect: 'fieldLeftOut' },
  ...{ said: null, as: null },
});
