import { View } from '@tarojs/components';
import { describe } from '../../components/tappable/semantics';
import { monthWords } from '../../words/dates';
import { rateOf, rateWords } from './rate';
import type { View as By, Counted } from './use-units';

const [WIDE, HIGH] = [96, 26];
const [LEFT, FOOT, ROOM] = [2, 23, 21];

interface Props {
  months: readonly Counted[] | undefined;
  by: By;
  /** What the top of the line stands for, the same for all. */
  scale: number;
}

/** The last months as a line; a month in which nobody was on the roster has no place on it. */
export function Line({ months, by, scale }: Props) {
  const known = (months ?? []).flatMap((month, at) => {
    const rate = rateOf(month[by]);
    return rate === undefined ? [] : [{ month, at, rate }];
  });
  const [first, last] = [known[0], known[known.length - 1]];
  if (process.env.TARO_ENV === 'weapp' || !first || !last) return null;
  const step = (WIDE - 2 * LEFT - 4) / Math.max(1, (months ?? []).length - 1);
  const places = known.map(({ at, rate }) => ({ x: LEFT + at * step, y: FOOT - Math.min(1, rate / scale) * ROOM }));
  const path = places.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
  const end = places[places.length - 1];
  const said = `${monthWords(first.month.month)} ${rateWords(first.month[by])}，${monthWords(last.month.month)} ${rateWords(last.month[by])}`;
  return (
    <View className="units-line" {...describe({ role: 'img', label: said })}>
      <svg viewBox={`0 0 ${WIDE} ${HIGH}`} width={WIDE} height={HIGH} aria-hidden="true">
        <path className="units-line-foot" d={`M${LEFT} ${FOOT}H${WIDE - LEFT}`} />
        <path className="units-line-path" d={path} />
        {end && <circle className="units-line-end" cx={end.x} cy={end.y} r="3" />}
      </svg>
    </View>
  );
}
