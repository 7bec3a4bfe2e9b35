import type { Words } from '../words';
import { HEAD_RELATION } from './line';
import type { KnownHousehold, KnownPerson, Person } from './match';
import type { RosterHousehold } from './understand';

/** What the file knows better. An empty cell takes nothing away. */
export function learn(known: KnownPerson, person: Person) {
  const isFinerBirth = known.bornPrecision !== 'day' && person.bornPrecision === 'day';
  return {
    sex: person.sex ?? known.sex,
    bornOn: isFinerBirth ? person.bornOn : known.bornOn,
    bornPrecision: isFinerBirth ? person.bornPrecision : known.bornPrecision,
    // who is the head is not decided by a list
    relation: known.relation === HEAD_RELATION || person.relation === HEAD_RELATION ? known.relation : person.relation,
    words: {
      ...known.words,
      phone: person.phone ?? known.words.phone ?? null,
      idTail: person.idTail ?? known.words.idTail ?? null,
      note: person.note ?? known.words.note ?? null,
    },
  };
}

export function isChanged(known: KnownPerson, person: Person): boolean {
  const { words, ...fields } = learn(known, person);
  const plain = { sex: known.sex, bornOn: known.bornOn, bornPrecision: known.bornPrecision, relation: known.relation };
  return hasChangedWords(known.words, words) || JSON.stringify(plain) !== JSON.stringify(fields);
}

export function hasChangedWords(before: Words, after: Words): boolean {
  return (['phone', 'idTail', 'note'] as const).some((field) => (before[field] ?? null) !== (after[field] ?? null));
}

export function hasMoved(known: KnownHousehold, household: RosterHousehold): boolean {
  const isElsewhere = household.address !== null && household.address !== known.address;
  return isElsewhere || (household.unitId !== null && household.unitId !== known.unitId);
}
