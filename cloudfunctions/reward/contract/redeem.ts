import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { HolderKind, Id, Millis } from '../../kit/fields';
import { SCANNED_MAX, VOUCHER_CODE_LENGTH } from '../../values/codes';
import { Quantity, RewardKind } from './fields';

const VoucherCode = z
  .string()
  .trim()
  .min(VOUCHER_CODE_LENGTH)
  .max(SCANNED_MAX)
  .describe('The scanned QR text, or the six typed characters.');

const LookUpRefusals = [
  'VOUCHER_NOT_FOUND',
  'VOUCHER_REDEEMED',
  'VOUCHER_CANCELLED',
  'VOUCHER_LAPSED',
  'OTHER_PROVIDER',
  'OWN_HOUSEHOLD',
] as const;

export const lookUpVoucher = defineAction({
  name: 'reward.lookUpVoucher',
  summary:
    "A provider's clerk looks at a voucher of a community within their role's unit before confirming; nothing changes. Five wrong codes a minute, here and in redeeming together, then a pause.",
  input: z.strictObject({ code: VoucherCode }),
  output: z.strictObject({
    voucherId: Id,
    kind: RewardKind,
    title: z.string(),
    choice: z.string().nullable(),
    quantity: Quantity,
    holderName: z.string().describe('Masked.'),
    holderKind: HolderKind,
    age: z.int().nullable().describe('In whole years; null unless a resident holds it whose date of birth is known.'),
    sex: z.enum(['female', 'male']).nullable(),
    code: z.string().describe('Six characters, grouped 3 + 3.'),
    expiresAtMs: Millis,
    checkedAtMs: Millis,
  }),
  refusals: LookUpRefusals,
  allow: [role('providerClerk')],
  effect: 'read',
});

export const redeemVoucher = defineAction({
  name: 'reward.redeemVoucher',
  summary:
    'Redeems (核销) a voucher exactly once: the held points become redeemed. A second time says when and where the first was.',
  input: z.strictObject({ code: VoucherCode }),
  output: z.strictObject({
    voucherId: Id,
    title: z.string(),
    choice: z.string().nullable(),
    holderName: z.string().describe('Masked.'),
    redeemedAtMs: Millis,
    redeemedAtProvider: z.string().describe('The place: the name of the caller’s provider.'),
  }),
  refusals: [...LookUpRefusals, 'SHELF_EMPTY'],
  allow: [role('providerClerk')],
  effect: 'write',
});
