import { useRef } from 'react';
import type { RequestFor } from '../../api';
import type { Filter, InForce } from '../../components/filters/in-force';
import { periodFilter, periodInForce } from '../periods';
import { STATE_WORDS } from './words';

type Only = NonNullable<RequestFor<'reward.voucherRegister'>['only']>;
const MINE: Filter = { key: 'mine', word: '谁办的', options: [{ key: 'mine', word: '我办的' }] };
const STATE: Filter = {
  key: 'state',
  word: '用没用',
  options: Object.entries(STATE_WORDS).map(([key, word]) => ({ key, word })),
};

export interface Among {
  readonly rewards: readonly { readonly rewardId: string; readonly title: string }[];
  readonly providers?: readonly { readonly providerId: string; readonly name: string }[];
}
const some = (filter: Filter) => (filter.options.length > 1 ? [filter] : []);

/** What there is to sift by; while another answer is awaited, as the last one said. */
export function useSieve(among: Among | undefined): readonly Filter[] {
  const known = useRef<Among>({ rewards: [] });
  if (among) known.current = among;
  const { rewards, providers } = known.current;
  const reward = {
    key: 'reward',
    word: '哪样奖励',
    options: rewards.map((one) => ({ key: one.rewardId, word: one.title })),
  };
  if (!providers) return [periodFilter(), ...some(reward), MINE];
  const provider = {
    key: 'provider',
    word: '在哪里用的',
    options: providers.map((one) => ({ key: one.providerId, word: one.name })),
  };
  return [periodFilter(), STATE, ...some(reward), ...some(provider), MINE];
}

/** What is asked, of all that is in force. */
export function onlyOf(inForce: InForce, who = ''): Only {
  const { state, reward, provider, mine } = inForce;
  return {
    ...periodInForce(inForce)?.days,
    ...(state && { state: state as NonNullable<Only['state']> }),
    ...(reward && { rewardId: reward }),
    ...(provider && { providerId: provider }),
    ...(mine && { mine: true }),
    ...(who && { who }),
  };
}
