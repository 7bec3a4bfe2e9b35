import { partsOfName } from './name';

/** What is known of a person: their personal data. It is kept encrypted and never leaves its table in the clear. */
export interface PersonalData {
  readonly name?: string | null;
  readonly phone?: string | null;
  readonly idTail?: string | null;
  readonly address?: string | null;
  readonly note?: string | null;
}
export type PersonalColumn = 'name_enc' | 'phone_enc' | 'id_tail_enc' | 'address_enc' | 'note_enc';

export const COLUMNS: readonly (readonly [keyof PersonalData, PersonalColumn])[] = [
  ['name', 'name_enc'],
  ['phone', 'phone_enc'],
  ['idTail', 'id_tail_enc'],
  ['address', 'address_enc'],
  ['note', 'note_enc'],
];

export type IndexKind = 'name' | 'nameTail' | 'namePart' | 'surname' | 'phone' | 'phoneTail' | 'address';
/** `realm` keeps apart what must never be mistaken for each other: a phone's tail and a piece of a name. */
export interface Findable {
  readonly kind: IndexKind;
  readonly realm: 'name' | 'phone' | 'phoneTail' | 'address';
  readonly text: string;
}

const PHONE_TAIL = 4;

/** 浏河路 2号 2单元803 and 浏河路2号2单元８０３ are one address. */
export function plainAddress(address: string): string {
  return address.normalize('NFKC').toUpperCase().replace(/\s/gu, '');
}

/** Everything by which a subject can be found. */
export function findables(personal: PersonalData): Findable[] {
  const found: Findable[] = [];
  if (personal.name) for (const part of partsOfName(personal.name)) found.push({ ...part, realm: 'name' });
  if (personal.phone)
    found.push(
      { kind: 'phone', realm: 'phone', text: personal.phone },
      { kind: 'phoneTail', realm: 'phoneTail', text: personal.phone.slice(-PHONE_TAIL) },
    );
  if (personal.address) found.push({ kind: 'address', realm: 'address', text: plainAddress(personal.address) });
  return found;
}
