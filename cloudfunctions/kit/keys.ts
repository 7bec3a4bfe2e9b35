import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import { keyIdOf } from '../values/receipt';
import type { Random } from './ids';

/** Every purpose has a key of its own, so that a token made for one never passes for another. */
export type KeyPurpose =
  | 'blindIndex'
  | 'activityKey'
  | 'personalCode'
  | 'voucherToken'
  | 'voucherCode'
  | 'cardToken'
  | 'cardNumber'
  | 'bindCode'
  | 'inviteCode'
  | 'lookup'
  | 'identity'
  | 'session'
  | 'sessionRenewal'
  | 'request'
  | 'address';

/** All keys of an installation, derived from one secret of 32 bytes by HKDF-SHA-256. */
export interface Keys {
  /** HMAC-SHA-256, 32 bytes. */
  hmac(purpose: KeyPurpose, ...parts: readonly (string | Buffer)[]): Buffer;
  /** Wraps a person's own key with the master key. */
  wrap(random: Random, key: Buffer, context: string): Buffer;
  unwrap(wrapped: Buffer, context: string): Buffer;
  readonly masterKeyId: string;
  /** Signs checkpoints, Ed25519. */
  sign(message: Buffer): Buffer;
  readonly signingKeyId: string;
  /** Raw 32 bytes: published, so that anyone can verify a receipt. */
  readonly signingPublicKey: Buffer;
}

const derive = (secret: Buffer, info: string) => Buffer.from(hkdfSync('sha256', secret, 'behaviour-bank v1', info, 32));

/** A length before every part: ('ab','c') and ('a','bc') never give the same bytes. */
function joinParts(parts: readonly (string | Buffer)[]): Buffer {
  return Buffer.concat(
    parts.flatMap((part) => {
      const bytes = Buffer.from(part);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return [length, bytes];
    }),
  );
}

function ed25519FromSeed(seed: Buffer): KeyObject {
  const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');
  return createPrivateKey({
    key: Buffer.concat([pkcs8Head, seed]),
    format: 'der',
    type: 'pkcs8',
  });
}

export function createKeys(secret: Buffer): Keys {
  if (secret.length !== 32) throw new Error('the installation secret must have exactly 32 bytes');
  const byPurpose = new Map<KeyPurpose, Buffer>();
  const keyOf = (purpose: KeyPurpose) => {
    const known = byPurpose.get(purpose) ?? derive(secret, purpose);
    byPurpose.set(purpose, known);
    return known;
  };
  const master = derive(secret, 'personalMaster');
  const signing = ed25519FromSeed(derive(secret, 'checkpointSigning'));
  const signingPublicKey = createPublicKey(signing).export({ format: 'der', type: 'spki' }).subarray(-32);
  const idOf = (key: Buffer) => createHmac('sha256', key).update('key id').digest('hex').slice(0, 16);
  return {
    hmac: (purpose, ...parts) => createHmac('sha256', keyOf(purpose)).update(joinParts(parts)).digest(),
    wrap: (random, key, context) => seal(random, master, context, key),
    unwrap: (wrapped, context) => unseal(master, context, wrapped),
    masterKeyId: idOf(master),
    sign: (message) => sign(null, message, signing),
    signingKeyId: keyIdOf(signingPublicKey.toString('hex')),
    signingPublicKey,
  };
}

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** AES-256-GCM: nonce ‖ ciphertext ‖ tag. `context` (table, row, column) is bound in, so that a value cannot be moved elsewhere. */
export function seal(random: Random, key: Buffer, context: string, plain: Buffer): Buffer {
  const nonce = random(NONCE);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG }).setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Throws when key, context or bytes do not belong together. */
export function unseal(key: Buffer, context: string, sealed: Buffer): Buffer {
  if (sealed.length < NONCE + TAG) throw new Error('too short to have been sealed'); // a shorter tag would be easier to guess
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(-TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()]);
}
