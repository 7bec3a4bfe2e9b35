import type * as z from 'zod';
import { type Refusal, refuse } from '../../kit/refusal';
import type { VoucherState as VoucherStateSchema } from '../contract';
import { type Period, periodKey } from './period';

export type VoucherState = z.output<typeof VoucherStateSchema>;

/** issued → redeemed | cancelled | lapsed, and from there nowhere. */
export interface VoucherTimes {
  readonly state: VoucherState;
  readonly expiresAtMs: number;
  readonly redeemedAtMs: number | null;
  readonly endedAtMs: number | null;
}

export type EndedVoucher = 'VOUCHER_REDEEMED' | 'VOUCHER_CANCELLED' | 'VOUCHER_LAPSED';

/** What people are shown: an expired voucher has lapsed, whether or not the job has come by to give the points back. */
export function stateAt(voucher: VoucherTimes, nowMs: number): VoucherState {
  return voucher.state === 'issued' && nowMs > voucher.expiresAtMs ? 'lapsed' : voucher.state;
}

/** Null when the voucher may be redeemed or given back now. */
export function refuseUnlessIssued(voucher: VoucherTimes, nowMs: number): Refusal<EndedVoucher> | null {
  const state = stateAt(voucher, nowMs);
  if (state === 'issued') return null;
  if (state === 'redeemed') return refuse('VOUCHER_REDEEMED', { redeemedAtMs: known(voucher.redeemedAtMs) });
  if (state === 'cancelled') return refuse('VOUCHER_CANCELLED', { endedAtMs: known(voucher.endedAtMs) });
  return refuse('VOUCHER_LAPSED', { expiresAtMs: voucher.expiresAtMs });
}

function known(atMs: number | null): number {
  if (atMs === null) throw new Error('a voucher has ended at no time');
  return atMs;
}

/** The job ends only what is still issued and has expired, however often it comes by. */
export function mayLapse(voucher: VoucherTimes, nowMs: number): boolean {
  return voucher.state === 'issued' && nowMs > voucher.expiresAtMs;
}

/** Stock comes back only within the period it was taken from; what a year did not give out does not swell the next. */
export function isStockBack(period: Period, takenIn: string, today: string): boolean {
  return periodKey(period, today) === takenIn;
}
