import { seal, unseal } from '../../../kit/keys';
import type { World } from '../../../kit/world';
import { COLUMNS, type Findable, findables, type PersonalColumn, type PersonalData } from '../../rules/personal-data';
import type { PersonalRow, SealedPersonalData, TokenRow } from '../../store/personal';

const KEY_BYTES = 32;
/** 128 bits: enough that nobody meets another's token by chance, half the index of a whole HMAC. */
const TOKEN_BYTES = 16;

type Sealer = Pick<World, 'keys' | 'random'>;
export interface Subject {
  readonly subjectId: string;
  readonly kind: 'resident' | 'household' | 'application' | 'list' | 'words';
  readonly personal: PersonalData;
}

const keyContext = (subjectId: string) => `keyring.personal_key/${subjectId}`;
/** Table, row and column are bound in: a value that was moved elsewhere cannot be read. */
const columnContext = (subjectId: string, column: PersonalColumn) => `personal_data/${subjectId}/${column}`;

/** A subject's personal data under a key of its own, with the tokens by which they are found. */
export function sealSubject(world: Sealer, subject: Subject): PersonalRow {
  const key = world.random(KEY_BYTES);
  return {
    subjectId: subject.subjectId,
    kind: subject.kind,
    wrappedKey: world.keys.wrap(world.random, key, keyContext(subject.subjectId)),
    masterKeyId: world.keys.masterKeyId,
    personal: sealPersonalData(world, key, subject.subjectId, subject.personal),
    tokens: tokensOf(world, subject.personal),
  };
}

/** The same personal data anew under the key that the subject has already. */
export function resealSubject(world: Sealer, subject: Subject, wrappedKey: Buffer): PersonalRow {
  const key = world.keys.unwrap(wrappedKey, keyContext(subject.subjectId));
  return {
    subjectId: subject.subjectId,
    kind: subject.kind,
    wrappedKey,
    masterKeyId: world.keys.masterKeyId,
    personal: sealPersonalData(world, key, subject.subjectId, subject.personal),
    tokens: tokensOf(world, subject.personal),
  };
}

function sealPersonalData(
  world: Sealer,
  key: Buffer,
  subjectId: string,
  personal: PersonalData,
): Record<PersonalColumn, Buffer | null> {
  const sealed = COLUMNS.map(([field, column]) => {
    const word = personal[field];
    return [column, word ? seal(world.random, key, columnContext(subjectId, column), Buffer.from(word)) : null];
  });
  return Object.fromEntries(sealed) as Record<PersonalColumn, Buffer | null>;
}

/** Reads whichever columns were loaded. */
export function unsealSubject(world: Sealer, row: SealedPersonalData): PersonalData {
  const key = world.keys.unwrap(row.wrappedKey, keyContext(row.subjectId));
  const personal: { -readonly [field in keyof PersonalData]: PersonalData[field] } = {};
  for (const [field, column] of COLUMNS) {
    const sealed = row.personal[column];
    if (sealed) personal[field] = unseal(key, columnContext(row.subjectId, column), sealed).toString('utf8');
  }
  return personal;
}

export function tokenOf(world: Sealer, realm: Findable['realm'], text: string): Buffer {
  return world.keys.hmac('blindIndex', realm, text).subarray(0, TOKEN_BYTES);
}

function tokensOf(world: Sealer, personal: PersonalData): TokenRow[] {
  return findables(personal).map(({ kind, realm, text }) => ({ kind, token: tokenOf(world, realm, text) }));
}
