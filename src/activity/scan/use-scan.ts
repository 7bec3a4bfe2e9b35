import { useLoad, useRouter } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { type Scanned, understand } from '../../../cloudfunctions/values/codes';
import { useWrite } from '../../api/use-write';
import { useWeChatScan } from '../../device/scanner/use-wechat-scan';
import { type Me, useMe } from '../../session';
import { clerkRole, isStaff } from '../../session/work';
import { replaceBy, textOf } from '../../ways';
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

/** The code that an address brings: WeChat's `q` has a whole link, `scene` what a poster says. */
function linkIn({ q, scene }: { q?: string | undefined; scene?: string | undefined }): string | undefined {
  if (q) return textOf(q);
  return scene ? `/p/${textOf(scene)}` : undefined;
}

/** Of a page's path, as a mini-program code gives it. */
function paramsOf(path: string) {
  const [, name, value] = /^\/?pages\/[^?]*\?(?:.*&)?(q|scene)=([^&]*)/.exec(path) ?? [];
  return name === 'q' ? { q: value } : { scene: value };
}

/**
 * One way for everything that is scanned, typed or opened by a link: a check-in goes to the server, a card, a voucher,
 * a poster, an invite lead to their pages.
 */
export function useScan() {
  const known = useMe();
  const { me } = known;
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

  const link = linkIn({ q, scene });
  const latest = useRef(take);
  latest.current = take;
  const isKnown = me !== undefined;
  useEffect(() => {
    if (link && isKnown) latest.current(link);
  }, [link, isKnown]);

  const weChat = useWeChatScan((text) => take(linkIn(paramsOf(text)) ?? text));

  useLoad((query) => {
    if (process.env.TARO_ENV !== 'h5' && !query.q && !query.scene) void weChat.scan();
  });
  return {
    ...{ take, busy, useless },
    /** A code came by a link, and is not asked about before it is known who sits here. */
    waiting: link !== undefined && !isKnown,
    refusal: refusal ?? (link && !isKnown ? known.refusal : undefined),
    again: () => (isKnown ? take(last) : void known.reload()),
    scanWithWeChat: weChat.scan,
    scannerRefused: weChat.refused,
  };
}
