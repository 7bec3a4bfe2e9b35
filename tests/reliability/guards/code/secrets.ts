import { type CodeGuard, inFile } from './guard';

export const SECRETS: readonly CodeGuard[] = [
  ...inFile(
    'kit/keys',
    [
      'every purpose has a key of its own',
      'const known = byPurpose.get(purpose) ?? derive(secret, purpose);',
      "const known = byPurpose.get(purpose) ?? derive(secret, '');",
      'kit/keys',
      'is another one for every purpose and every installation',
    ],
    [
      'the parts of an HMAC are kept apart',
      'return [length, bytes];',
      'return [bytes];',
      'kit/keys',
      'knows where one part ends and the next begins',
    ],
  ),
  ...inFile(
    'household/services/personal/seal',
    [
      'words are encrypted',
      'seal(world.random, key, columnContext(subjectId, column), Buffer.from(word))',
      'Buffer.from(word)',
      'household/personal',
      'stands nowhere in the database in the clear',
    ],
    [
      'words are bound to their row and column',
      'personal_data/$' + '{subjectId}/$' + '{column}',
      'personal_data',
      'household/personal',
      'cannot be read under another subject or another column',
    ],
    [
      'a blind index is keyed',
      "return world.keys.hmac('blindIndex', realm, text).subarray(0, TOKEN_BYTES);",
      'return Buffer.from(text);',
      'household/personal',
      'stands nowhere in the database in the clear',
    ],
  ),
  ...inFile(
    'reward/rules/codes',
    [
      'a typed voucher code is kept as a keyed hash',
      "const hashCode = (keys: Keys, code: string) => keys.hmac('lookup', 'voucherCode', code);",
      'const hashCode = (_keys: Keys, code: string) => Buffer.from(code);',
      'reward/codes',
      'are stored as hashes that only this installation can make',
    ],
    [
      'a voucher’s picture holds 128 bits at least',
      'const TOKEN_BYTES = 18;',
      'const TOKEN_BYTES = 12;',
      'reward/codes',
      'hold at least 128 bits in the picture, and six readable characters to type',
    ],
  ),
];
