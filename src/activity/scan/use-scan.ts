import Taro, { useLoad, useRouter } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { type Scanned, understand } from '../../../cloudfunctions/values/codes';
import { useWrite } from '../../api/use-write';
import { type Me, useMe } from '../../session';
import { clerkRole, isStaff } from '../../session/work';
import { replaceBy } from '../../ways';
import { keepThanks } from '../thanks/newest';

type Way = Parameters<typeof replaceBy>;

/** Where a code leads that is none of a check-in; a neighbour's personal code leads only staff on. */
function wayOf(scanned: Scanned, me: Me | undefined): Way | undefined {
  const staff = me !== undefined && isStaff(me);
  switch (scanned.kind) {
    case 'poster':
      return ['pages/activity', { short: scanned.shortId }];
    case 'voucher':
      return me && clerkRole(me) ? ['staff/redeem', { code: scanned.text }] : ['pages/vouchers'];
    case 'card':
      return staff ? ['staff/people', { scanned: scanned.text }] : ['pages/bind', { card: scanned.text }];
    case 'personalCode':
      return staff ? ['staff/people', { scanned: scanned.text }] : undefined;
    case 'invite':
      return ['pages/bind', { invite: scanned.text }];
    default:
      return undefined;
  }
}

/**
 * One way for everything that is scanned, typed or opened by a link: a check-in goes to the server, a card, a voucher,
 * a poster, an invite lead to their pages.
 */
export function useScan() {
  const { me } = useMe();
  const { q, scene } = useRouter().params;
  const [last, setLast] = useState('');
  /** What was shown and leads nowhere from here. */
  const [useless, setUseless] = useState<'unknown' | 'personalCode'>();
  const { run, busy, refusal, clear } = useWrite('activity.checkIn');

  const checkIn = async (code: string) => {
    const thanks = await run({ code });
    if (!thanks) return;
    keepThanks(thanks);
    replaceBy('pages/thanks');
  };

  const take = (raw: string) => {
    clear();
    setLast(raw);
    setUseless(undefined);
    const scanned = understand(raw);
    if (scanned.kind === 'checkIn') return void checkIn(scanned.text);
    const way = wayOf(scanned, me);
    if (way) replaceBy(...way);
    else setUseless(scanned.kind === 'personalCode' ? 'personalCode' : 'unknown');
  };

  const link = q ? decodeURIComponent(q) : scene ? `/p/${decodeURIComponent(scene)}` : undefined;
  const latest = useRef(take);
  latest.current = take;
  const known = me !== undefined;
  useEffect(() => {
    if (link && known) latest.current(link);
  }, [link, known]);

  const scanWithWeChat = async () => {
    const scanned = await Taro.scanCode({ onlyFromCamera: false, scanType: ['qrCode'] }).catch(() => null);
    const path = scanned && 'path' in scanned ? String(scanned.path) : '';
    const text = path ? decodeURIComponent(/[?&](?:q|scene)=([^&]*)/.exec(path)?.[1] ?? '') : scanned?.result;
    if (text) take(text);
  };

  useLoad((query) => {
    if (process.env.TARO_ENV !== 'h5' && !query.q && !query.scene) void scanWithWeChat();
  });
  return { take, again: () => take(last), scanWithWeChat, busy, refusal, useless };
}
