import { View } from '@tarojs/components';
import { createContext, useContext } from 'react';
import type { Refused } from '../../api';
import { Button } from '../button';
import { RefusalAlert } from '../refusal-alert';
import { mayPass } from '../refusal-alert/way-on';
import { describe } from '../tappable/semantics';
import './index.scss';

/** An answer stands on the page, and when it was asked for anew there was none. */
export interface Stale {
  readonly refusal: Refused;
  readonly reload: () => unknown;
}

/** From an answer that is the whole page to the frame of that page, which says it in its place. */
export const StalePage = createContext<Stale | undefined>(undefined);

/** What stands below is of before; said in place, with another try. */
export function StaleNote({ refusal, reload }: Stale) {
  if (!mayPass(refusal)) return <RefusalAlert refusal={refusal} />;
  return (
    <View className="stale-note t-sub only-screen" {...describe({ role: 'status' })}>
      <View className="grow">刚才没能更新，下面是之前看到的</View>
      <Button small kind="quiet" icon="again" onTap={() => void reload()}>
        再试一次
      </Button>
    </View>
  );
}

export function StalePageNote() {
  const stale = useContext(StalePage);
  return stale ? <StaleNote {...stale} /> : null;
}
