import { normaliseReadable, toReadable } from '../../kit/base32';
import type { Keys } from '../../kit/keys';
import { linkOf, VOUCHER_CODE_LENGTH, WAYS } from '../../values/codes';

const TOKEN_BYTES = 18; // 144 bits, 24 characters without padding

/** The two ways to name a voucher: what the QR picture holds, and what can be read aloud. Derived, so shown again at will. */
export interface VoucherCodes {
  readonly token: string;
  readonly code: string;
}
/** What is stored: found by it, and not to be turned back without the installation's key. */
export interface CodeHashes {
  readonly tokenHash: Buffer;
  readonly codeHash: Buffer;
}

export function voucherCodes(keys: Keys, voucherId: string, version: number): VoucherCodes {
  const token = keys.hmac('voucherToken', voucherId, String(version)).subarray(0, TOKEN_BYTES).toString('base64url');
  return { token, code: toReadable(keys.hmac('voucherCode', voucherId, String(version)), VOUCHER_CODE_LENGTH) };
}

export const qrText = (origin: string, token: string) => linkOf(origin, 'voucher', token);

const hashToken = (keys: Keys, token: string) => keys.hmac('lookup', 'voucherToken', token);
const hashCode = (keys: Keys, code: string) => keys.hmac('lookup', 'voucherCode', code);

export function hashCodes(keys: Keys, { token, code }: VoucherCodes): CodeHashes {
  return { tokenHash: hashToken(keys, token), codeHash: hashCode(keys, code) };
}

const TOKEN = /^[A-Za-z0-9_-]{24}$/;
const LINK = new RegExp(`^https?://[^/\\s]+/${WAYS.voucher}/([A-Za-z0-9_-]{24})$`);

/** What a clerk scanned or typed, as the hash to look for; null when it cannot be a voucher's. */
export function readCode(keys: Keys, text: string): Partial<CodeHashes> | null {
  const token = LINK.exec(text)?.[1] ?? (TOKEN.test(text) ? text : null);
  if (token) return { tokenHash: hashToken(keys, token) };
  const code = normaliseReadable(text);
  return code.length === VOUCHER_CODE_LENGTH ? { codeHash: hashCode(keys, code) } : null;
}
