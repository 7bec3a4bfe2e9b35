import { View } from '@tarojs/components';
import { useState } from 'react';
import {
  LAST,
  type RedemptionWindow,
  WINDOW_DATES_MAX,
  WINDOWS_MAX,
  type WindowDays,
  windowFault,
} from '../../../cloudfunctions/values/windows';
import { Button } from '../../components/button';
import { Checkbox } from '../../components/checkbox';
import { toggled } from '../../components/checkbox/use-toggle';
import { Field } from '../../components/field';
import { List } from '../../components/list';
import { ListRow } from '../../components/list-row';
import { Segments } from '../../components/segments';
import { dayWords } from '../../words/dates';
import { nthWord, WEEKDAY_WORDS, windowWords } from '../../words/windows';
import './windows-field.scss';

interface Props {
  windows: readonly RedemptionWindow[];
  onChange: (windows: readonly RedemptionWindow[]) => void;
}

const EVERY = [
  { key: 'month', word: '每月一天' },
  { key: 'week', word: '每周' },
  { key: 'date', word: '指定日期' },
] as const satisfies readonly { key: WindowDays['every']; word: string }[];
const NTHS = Array.from({ length: LAST }, (_, i) => ({ key: String(i + 1), word: nthWord(i + 1) }));
const DAYS = WEEKDAY_WORDS.map((word, i) => ({ key: String(i + 1), word }));

/** First Saturday, half past eight: what most communities do. */
const BEGIN = {
  every: 'month' as WindowDays['every'],
  nth: 1,
  weekday: 6,
  weekdays: [] as number[],
  dates: [] as string[],
};
type Draft = typeof BEGIN & { from: string; until: string };

function daysOf({ every, nth, weekday, weekdays, dates }: Draft): WindowDays {
  if (every === 'week') return { every, weekdays: [...weekdays].sort((a, b) => a - b) };
  return every === 'date' ? { every, dates: [...dates].sort() } : { every, nth, weekday };
}

interface Drafting {
  draft: Draft;
  change: (patch: Partial<Draft>) => void;
}

function MonthDay({ draft, change }: Drafting) {
  return (
    <>
      <Segments
        wrap
        label="第几个"
        items={NTHS}
        chosen={String(draft.nth)}
        onChoose={(nth) => change({ nth: Number(nth) })}
      />
      <Segments
        wrap
        label="周几"
        items={DAYS}
        chosen={String(draft.weekday)}
        onChoose={(weekday) => change({ weekday: Number(weekday) })}
      />
    </>
  );
}

const WeekDays = ({ draft, change }: Drafting) => (
  <View className="windows-days">
    {DAYS.map(({ key, word }) => (
      <Checkbox
        key={key}
        words={word}
        checked={draft.weekdays.includes(Number(key))}
        onChange={() => change({ weekdays: [...toggled(draft.weekdays, Number(key))] })}
      />
    ))}
  </View>
);

function NamedDays({ draft, change }: Drafting) {
  const [typed, type] = useState('');
  const isFine = typed !== '' && !draft.dates.includes(typed) && draft.dates.length < WINDOW_DATES_MAX;
  return (
    <>
      <View className="windows-times">
        <Field label="哪一天" kind="date" value={typed} onInput={type} />
        <Button
          small
          blocked={isFine ? undefined : '先选一个日期'}
          onTap={() => {
            change({ dates: [...draft.dates, typed] });
            type('');
          }}
        >
          加这一天
        </Button>
      </View>
      {draft.dates.length > 0 && <View className="t-sub">{[...draft.dates].sort().map(dayWords).join('、')}</View>}
    </>
  );
}

const FAULTS = { noDay: '先选哪一天', times: '结束要晚于开始' } as const;

function AddWindow({ onAdd, onClose }: { onAdd: (window: RedemptionWindow) => void; onClose: () => void }) {
  const [draft, setDraft] = useState<Draft>({ ...BEGIN, from: '08:30', until: '11:30' });
  const change = (patch: Partial<Draft>) => setDraft((before) => ({ ...before, ...patch }));
  const window = { days: daysOf(draft), from: draft.from, until: draft.until };
  const fault = windowFault(window);
  return (
    <View className="stack">
      <Segments label="哪些天" items={EVERY} chosen={draft.every} onChoose={(every) => change({ every })} />
      {draft.every === 'month' && <MonthDay draft={draft} change={change} />}
      {draft.every === 'week' && <WeekDays draft={draft} change={change} />}
      {draft.every === 'date' && <NamedDays draft={draft} change={change} />}
      <View className="windows-times">
        <Field label="几点开始" kind="time" value={draft.from} onInput={(from) => change({ from })} />
        <Field label="几点结束" kind="time" value={draft.until} onInput={(until) => change({ until })} />
      </View>
      <View className="row">
        <Button small onTap={onClose}>
          不加了
        </Button>
        <Button small icon="plus" blocked={fault ? FAULTS[fault] : undefined} onTap={() => onAdd(window)}>
          加上这个时间
        </Button>
      </View>
    </View>
  );
}

/** The times at which something can be redeemed, each in words; put together by tapping, not by writing. */
export function WindowsField({ windows, onChange }: Props) {
  const [adding, add] = useState(windows.length === 0);
  return (
    <View className="stack">
      {windows.length > 0 && (
        <List label="兑换时间">
          {windows.map((window) => (
            <ListRow
              key={windowWords(window)}
              icon="clock"
              title={windowWords(window)}
              trail={
                <Button
                  small
                  kind="quiet"
                  label={`去掉，${windowWords(window)}`}
                  onTap={() => onChange(windows.filter((one) => one !== window))}
                >
                  去掉
                </Button>
              }
            />
          ))}
        </List>
      )}
      {adding ? (
        <AddWindow
          onClose={() => add(false)}
          onAdd={(window) => {
            const isThere = windows.some((one) => windowWords(one) === windowWords(window));
            if (!isThere) onChange([...windows, window]);
            add(false);
          }}
        />
      ) : (
        windows.length < WINDOWS_MAX && (
          <View>
            <Button small icon="plus" onTap={() => add(true)}>
              加一个时间
            </Button>
          </View>
        )
      )}
    </View>
  );
}
