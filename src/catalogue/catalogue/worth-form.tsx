import { View } from '@tarojs/components';
import { GRADE_NAME_MAX, GRADES_MAX, POINTS_MAX } from '../../../cloudfunctions/values/limits';
import { Button } from '../../components/button';
import { Field } from '../../components/field';
import { digitsIn } from '../../components/form/checks';
import { Segments } from '../../components/segments';
import { type GradeTyped, NO_GRADE, type WorthTyped } from './worth';

const KINDS = [
  { key: 'one', word: '一个分值' },
  { key: 'grades', word: '分几等' },
  { key: 'time', word: '按时间' },
] as const;

interface Props {
  worth: WorthTyped;
  onChange: (worth: WorthTyped) => void;
}

function Grades({ worth, onChange }: Props) {
  const { grades } = worth;
  const change = (at: number, part: Partial<GradeTyped>) =>
    onChange({ ...worth, grades: grades.map((one, i) => (i === at ? { ...one, ...part } : one)) });
  return (
    <View className="stack">
      {grades.map((one, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: while they are typed in, grades are told apart by their place alone
        <View key={i} className="catalogue-caps">
          <Field
            label={`第 ${i + 1} 等叫什么`}
            maxLength={GRADE_NAME_MAX}
            example={i === 0 ? '例如：一等奖' : ''}
            value={one.name}
            onInput={(name) => change(i, { name })}
          />
          <Field
            label={`第 ${i + 1} 等几分`}
            kind="number"
            maxLength={digitsIn(POINTS_MAX)}
            value={one.points}
            onInput={(points) => change(i, { points: points.trim() })}
          />
        </View>
      ))}
      {grades.length < GRADES_MAX && (
        <Button icon="plus" onTap={() => onChange({ ...worth, grades: [...grades, NO_GRADE] })}>
          再加一等
        </Button>
      )}
    </View>
  );
}

/** One value, named grades, or points for an amount of time: never a free number when it is given. */
export function WorthForm({ worth, onChange }: Props) {
  return (
    <View className="stack">
      <Segments
        wrap
        label="怎么算分"
        items={KINDS}
        chosen={worth.kind}
        onChoose={(kind) => onChange({ ...worth, kind })}
      />
      <WorthFields worth={worth} onChange={onChange} />
    </View>
  );
}

/** What the chosen way of counting asks. */
export function WorthFields({ worth, onChange }: Props) {
  const points = (
    <Field
      label={worth.kind === 'time' ? '给几分' : '分值'}
      kind="number"
      maxLength={digitsIn(POINTS_MAX)}
      value={worth.points}
      onInput={(typed) => onChange({ ...worth, points: typed.trim() })}
    />
  );
  return (
    <View className="stack">
      {worth.kind === 'grades' && <Grades worth={worth} onChange={onChange} />}
      {worth.kind === 'one' && points}
      {worth.kind === 'time' && (
        <View className="catalogue-caps">
          <Field
            label="每几小时"
            maxLength={5}
            hint="半小时写 0.5"
            value={worth.hours}
            onInput={(hours) => onChange({ ...worth, hours: hours.trim() })}
          />
          {points}
        </View>
      )}
    </View>
  );
}
