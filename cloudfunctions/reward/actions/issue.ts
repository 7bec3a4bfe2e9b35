import type { Call, WriteCall } from '../../kit/handler';
import { writeWithSecret } from '../../kit/handler';
import type { ResidentCaller } from '../../kit/principal';
import * as contract from '../contract/issue';
import type { Holder } from '../rules';
import { type Ask, issueAs } from '../services/issue';
import { refuseServing } from '../services/serving';
import { voucherViews } from '../services/views';
import { voucherOf } from '../store/vouchers';

/** All that the request log keeps; codes and names are added when it is answered. */
interface StoredVoucher {
  readonly voucherId: string;
}

const issueVoucher = (call: WriteCall<ResidentCaller>, input: Ask) => issueAs(call, input, 'spend');

/** At the desk. */
async function issueVoucherFor(call: WriteCall<ResidentCaller>, input: Ask & { holder: Holder }) {
  return (await refuseServing(call, input.holder)) ?? issueAs(call, input, 'serve');
}

/** As it was when issued, so that the same request is answered the same way for ever. */
async function reveal(call: Call, { voucherId }: StoredVoucher) {
  const voucher = await voucherOf(call.db, voucherId);
  if (!voucher) throw new Error(`voucher ${voucherId} is gone`);
  const asIssued = {
    ...voucher,
    state: 'issued' as const,
    redeemedAtMs: null,
    redeemedProviderId: null,
    endedAtMs: null,
  };
  const [view] = await voucherViews(call, [asIssued], voucher.issuedAtMs);
  if (!view) throw new Error(`voucher ${voucherId} cannot be shown`);
  return view;
}

export const issueActions = [
  writeWithSecret(contract.issueVoucher, issueVoucher, reveal),
  writeWithSecret(contract.issueVoucherFor, issueVoucherFor, reveal),
];
