import { View } from '@tarojs/components';
import { Tappable } from '../tappable';
import { describe } from '../tappable/semantics';
import './index.scss';

export interface StripDay {
  /** 2026-11-07 */
  date: string;
  /** 今天, 日, 一 */
  word: string;
  count: number;
}

interface Props {
  days: readonly StripDay[];
  chosen: string;
  onChoose: (date: string) => void;
}

const dots = ['a', 'b', 'c'];

function Day({ day, here, onChoose }: { day: StripDay; here: boolean; onChoose: (date: string) => void }) {
  const [, month, date] = day.date.split('-').map(Number);
  return (
    <Tappable
      className={`week-strip-day${here ? ' week-strip-here' : ''}`}
      onTap={() => onChoose(day.date)}
      label={`${day.word} ${date}，${month}月，${day.count} 场活动`}
      {...(here && { current: 'date' as const })}
    >
      <View>{day.word}</View>
      <View className="week-strip-numeral">{date}</View>
      <View className="week-strip-dots">
        {dots.slice(0, day.count).map((dot) => (
          <View key={dot} className="week-strip-dot" />
        ))}
      </View>
    </Tappable>
  );
}

/** Seven days; a dot for each activity (three at most, the number is in the name that readers hear). */
export function WeekStrip({ days, chosen, onChoose }: Props) {
  return (
    <View className="week-strip" {...describe({ role: 'group', label: '这一周' })}>
      {days.map((day) => (
        <Day key={day.date} day={day} here={day.date === chosen} onChoose={onChoose} />
      ))}
    </View>
  );
}
