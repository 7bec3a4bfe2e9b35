import { View } from '@tarojs/components';
import { MINUTE_MS } from '../../../cloudfunctions/values/dates';
import { describe } from '../../components/tappable/semantics';
import { timeWords } from '../../words/dates';
import { barsOf } from './bars';
import './index.scss';

/** How quickly people come, of the last half hour; nothing where nobody came. */
export function Pace({ perMinute, nowMs }: { perMinute: readonly number[]; nowMs: number }) {
  const bars = barsOf(perMinute);
  const most = Math.max(...bars);
  if (most <= 0) return null;
  const thisMinute = perMinute[perMinute.length - 1] ?? 0;
  const since = timeWords(nowMs - perMinute.length * MINUTE_MS);
  return (
    <View className="pace" {...describe({ role: 'img', label: `最近半小时来的人，这一分钟 ${thisMinute} 位` })}>
      <View className="pace-bars">
        {bars.map((people, i) => (
          <View
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place in time
            key={i}
            className="pace-bar"
            style={{ height: `${Math.round((people / most) * 100)}%` }}
          />
        ))}
      </View>
      <View className="pace-words">
        {thisMinute > 0 ? `这一分钟 ${thisMinute} 位` : `${since} 到 ${timeWords(nowMs)}`}
      </View>
    </View>
  );
}
