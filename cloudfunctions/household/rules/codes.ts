import { timingSafeEqual } from 'node:crypto';
import { normaliseReadable, toReadable } from '../../kit/base32';
import type { Keys } from '../../kit/keys';
import { type Refusal, refuse } from '../../kit/refusal';
import { BIND_CODE_DIGITS, CARD_DIGITS, CARD_NUMBER, HANDED_OVER_HOURS, INVITE_LENGTH, WAYS } from '../../values/codes';
import { HOUR_MS, MINUTE_MS } from '../../values/dates';

type Hmac = Pick<Keys, 'hmac'>;

export const PERSONAL_CODE_MS = 5 * MINUTE_MS;
export const HANDED_OVER_MS = HANDED_OVER_HOURS * HOUR_MS;
export const BIND_CODE_TRIES = 5;

const EPOCH_S = Date.UTC(2026, 0, 1) / 1000;
const ID_BYTES = 16;
const TIME_BYTES = 4;
const TAG_BYTES = 12; // 96 bits
const CARD_TOKEN_BYTES = 16; // 128 bits

/** What a scanner or a keyboard gave. The address before a token is not looked at: the token proves itself. */
export type Scan =
  | { readonly kind: 'personalCode'; readonly token: string }
  | { readonly kind: 'cardToken'; readonly token: string }
  | { readonly kind: 'cardNumber'; readonly number: string };

const TOKEN = new RegExp(`^(?:.*/([${WAYS.personalCode}${WAYS.card}])/)?([A-Za-z0-9_-]{22}|[A-Za-z0-9_-]{43})$`);

export function readScan(text: string): Scan | null {
  const digits = text.replace(/[\s-]/g, '');
  if (CARD_NUMBER.test(digits)) return { kind: 'cardNumber', number: digits };
  const token = TOKEN.exec(text.trim());
  const [, way, value = ''] = token ?? [];
  const isCard = value.length === 22;
  if (!token || (way === WAYS.card && !isCard) || (way === WAYS.personalCode && isCard)) return null;
  return { kind: isCard ? 'cardToken' : 'personalCode', token: value };
}

/** A resident's own code: who, until when, and a tag that only this installation can make. */
export function makePersonalCode(keys: Hmac, residentId: string, expiresAtMs: number): string {
  const body = Buffer.alloc(ID_BYTES + TIME_BYTES);
  body.write(residentId.replaceAll('-', ''), 'hex');
  body.writeUInt32BE(Math.floor(expiresAtMs / 1000) - EPOCH_S, ID_BYTES);
  return Buffer.concat([body, personalTag(keys, body)]).toString('base64url');
}

const personalTag = (keys: Hmac, body: Buffer) => keys.hmac('personalCode', body).subarray(0, TAG_BYTES);

/** Whose code it is; CARD_NOT_FOUND for a forged one, CODE_EXPIRED for yesterday's. */
export function readPersonalCode(
  keys: Hmac,
  token: string,
  nowMs: number,
): { readonly residentId: string } | Refusal<'CARD_NOT_FOUND' | 'CODE_EXPIRED'> {
  const bytes = Buffer.from(token, 'base64url');
  const body = bytes.subarray(0, ID_BYTES + TIME_BYTES);
  const tag = bytes.subarray(ID_BYTES + TIME_BYTES);
  if (tag.length !== TAG_BYTES || !timingSafeEqual(tag, personalTag(keys, body))) return refuse('CARD_NOT_FOUND');
  if ((body.readUInt32BE(ID_BYTES) + EPOCH_S) * 1000 <= nowMs) return refuse('CODE_EXPIRED');
  const hex = body.toString('hex', 0, ID_BYTES);
  return { residentId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') };
}

/** A household card is not kept but made again from its id and version, so that it can be printed at will. */
export function cardToken(keys: Hmac, householdId: string, version: number): string {
  return keys.hmac('cardToken', householdId, String(version)).toString('base64url', 0, CARD_TOKEN_BYTES);
}

export function cardNumber(keys: Hmac, householdId: string, version: number): string {
  return digitsOf(keys.hmac('cardNumber', householdId, String(version)), CARD_DIGITS);
}

/** Six digits for one resident, made anew from the moment at which staff asked for them. */
export function bindCode(keys: Hmac, residentId: string, issuedAtMs: number): string {
  return digitsOf(keys.hmac('bindCode', residentId, String(issuedAtMs)), BIND_CODE_DIGITS);
}

export function inviteCode(keys: Hmac, inviteId: string): string {
  return toReadable(keys.hmac('inviteCode', inviteId), INVITE_LENGTH);
}

const BEFORE_INVITE = new RegExp(`^.*/${WAYS.invite}/`);
/** The code within a scanned invite, or as it was typed. */
export function readInvite(text: string): string {
  return normaliseReadable(text.trim().replace(BEFORE_INVITE, ''));
}

/** What stands in the table instead of a secret: enough to find it, not enough to make it. */
export function lookupHash(
  keys: Hmac,
  kind: 'cardToken' | 'cardNumber' | 'bindCode' | 'invite',
  ...parts: string[]
): Buffer {
  return keys.hmac('lookup', kind, ...parts);
}

/** 128 bits down to some digits: the bias is far below what anyone could count. */
function digitsOf(bytes: Buffer, length: number): string {
  const number = BigInt(`0x${bytes.toString('hex', 0, 16)}`) % 10n ** BigInt(length);
  return number.toString().padStart(length, '0');
}
