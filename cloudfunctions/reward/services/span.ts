import { DAY_MS, startOfDayMs } from '../../values/dates';

/** Days of Asia/Shanghai, both in it, as moments: from the first up to the second, which is not. */
export function spanOf(days: { readonly from: string; readonly to: string }): { fromMs: number; untilMs: number };
export function spanOf(days: { readonly from?: string | undefined; readonly to?: string | undefined }): {
  fromMs: number | undefined;
  untilMs: number | undefined;
};
export function spanOf({ from, to }: { readonly from?: string | undefined; readonly to?: string | undefined }) {
  return {
    fromMs: from === undefined ? undefined : startOfDayMs(from),
    untilMs: to === undefined ? undefined : startOfDayMs(to) + DAY_MS,
  };
}
