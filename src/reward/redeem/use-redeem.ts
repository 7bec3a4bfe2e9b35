import { useRouter } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { businessDate } from '../../../cloudfunctions/values/dates';
import { usePages } from '../../api/use-pages';
import { useReadOnDemand } from '../../api/use-read-on-demand';
import { useWrite } from '../../api/use-write';
import { clock } from '../../device/clock';
import { useWeChatScan } from '../../device/scanner/use-wechat-scan';
import { textOf } from '../../ways';
import type { Looked } from './words';

/** `kf7 3q2` as typed is KF73Q2; a scanned text goes as it is. */
const tidy = (raw: string) => (raw.includes('/') ? raw.trim() : raw.replace(/\s/g, '').toUpperCase());

/** A code is looked up, looked at by a person, and confirmed: each only over the network, the last exactly once. */
export function useRedeem(providerId: string) {
  const day = businessDate(clock());
  const { pages, ready, ...list } = usePages('reward.redeemedVouchers', { providerId, only: { from: day, to: day } });
  const vouchers = ready ? pages.flatMap((page) => page.vouchers) : undefined;
  const today = { ...list, data: vouchers, count: pages[0]?.count };
  const lookUp = useReadOnDemand('reward.lookUpVoucher');
  const redeeming = useWrite('reward.redeemVoucher');
  const [looked, setLooked] = useState<Looked>();
  const [done, setDone] = useState<Awaited<ReturnType<typeof redeeming.run>>>();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');

  const take = async (raw: string) => {
    redeeming.clear();
    setAsked(raw);
    setLooked(await lookUp.run({ code: tidy(raw) }));
  };
  const again = () => {
    lookUp.clear();
    redeeming.clear();
    setLooked(undefined);
    setDone(undefined);
    setTyped('');
  };
  const confirm = async () => {
    if (!looked) return;
    const redeemed = await redeeming.run({ code: looked.code });
    setDone(redeemed);
    if (redeemed) void today.reload();
  };
  const { scan, refused: scannerRefused } = useWeChatScan(take);

  const { code } = useRouter().params;
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    if (code) void latest.current(textOf(code));
  }, [code]);

  return {
    ...{ today, looked, done, typed, setTyped, take, again, confirm, scan, scannerRefused },
    /** The same code again, after nobody answered. */
    retry: () => take(asked),
    looking: lookUp.busy,
    isRedeeming: redeeming.busy,
    refusal: redeeming.refusal ?? lookUp.refusal,
    /** Refused for good: the card is not to be confirmed again. */
    over:
      redeeming.refusal !== undefined && redeeming.refusal.code !== 'UNREACHABLE' && redeeming.refusal.code !== 'FAULT',
  };
}
export type Redeeming = ReturnType<typeof useRedeem>;
