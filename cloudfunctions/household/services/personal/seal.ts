import { seal, unseal } from '../../../kit/keys';
import type { World } from '../../../kit/world';
import { COLUMNS, type Findable, findables, type WordColumn, type Words } from '../../rules/words';
import type { PersonalRow, SealedWords, TokenRow } from '../../store/personal';

const KEY_BYTES = 32;
/** 128 bits: enough that nobody meets another's token by chance, half the index of a whole HMAC. */
const TOKEN_BYTES = 16;

type Sealer = Pick<World, 'keys' | 'random'>;
export interface Subject {
  readonly subjectId: string;
  readonly kind: 'resident' | 'household' | 'application';
  readonly words: Words;
}

const keyContext = (subjectId: string) => `keyring.personal_key/${subjectId}`;
/** Table, row and column are bound in: a value that was moved elsewhere cannot be read. */
const wordContext = (subjectId: string, column: WordColumn) => `personal_data/${subjectId}/${column}`;

/** A subject's words under a key of its own, with the tokens by which they are found. */
export function sealSubject(world: Sealer, subject: Subject): PersonalRow {
  const key = world.random(KEY_BYTES);
  return {
    subjectId: subject.subjectId,
    kind: subject.kind,
    wrappedKey: world.keys.wrap(world.random, key, keyContext(subject.subjectId)),
    masterKeyId: world.keys.masterKeyId,
    words: sealWords(world, key, subject.subjectId, subject.words),
    tokens: tokensOf(world, subject.words),
  };
}

/** The same words anew under the key that the subject has already. */
export function resealSubject(world: Sealer, subject: Subject, wrappedKey: Buffer): PersonalRow {
  const key = world.keys.unwrap(wrappedKey, keyContext(subject.subjectId));
  return {
    subjectId: subject.subjectId,
    kind: subject.kind,
    wrappedKey,
    masterKeyId: world.keys.masterKeyId,
    words: sealWords(world, key, subject.subjectId, subject.words),
    tokens: tokensOf(world, subject.words),
  };
}

function sealWords(world: Sealer, key: Buffer, subjectId: string, words: Words): Record<WordColumn, Buffer | null> {
  const sealed = COLUMNS.map(([field, column]) => {
    const word = words[field];
    return [column, word ? seal(world.random, key, wordContext(subjectId, column), Buffer.from(word)) : null];
  });
  return Object.fromEntries(sealed) as Record<WordColumn, Buffer | null>;
}

/** Reads whichever columns were loaded. */
export function unsealSubject(world: Sealer, row: SealedWords): Words {
  const key = world.keys.unwrap(row.wrappedKey, keyContext(row.subjectId));
  const words: { -readonly [field in keyof Words]: Words[field] } = {};
  for (const [field, column] of COLUMNS) {
    const sealed = row.words[column];
    if (sealed) words[field] = unseal(key, wordContext(row.subjectId, column), sealed).toString('utf8');
  }
  return words;
}

export function tokenOf(world: Sealer, realm: Findable['realm'], text: string): Buffer {
  return world.keys.hmac('blindIndex', realm, text).subarray(0, TOKEN_BYTES);
}

function tokensOf(world: Sealer, words: Words): TokenRow[] {
  return findables(words).map(({ kind, realm, text }) => ({ kind, token: tokenOf(world, realm, text) }));
}
