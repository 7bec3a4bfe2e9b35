import { View } from '@tarojs/components';
import { CAPACITY_MAX } from '../../../cloudfunctions/values/activities';
import { ABOUT_MAX, BRING_MAX, SENTENCE_MAX, TITLE_MAX } from '../../../cloudfunctions/values/limits';
import { Card } from '../../components/card';
import { Checkbox } from '../../components/checkbox';
import { Field } from '../../components/field';
import { digitsIn } from '../../components/form/checks';
import type { Form } from '../../components/form/use-form';
import { Segments } from '../../components/segments';
import { fullDayWords, weekdayOf } from '../../words/dates';
import { type ActivityForm, lastDayOf, mayBeNextDay } from './form';

interface PartProps {
  form: Form<ActivityForm>;
}

function When({ form }: PartProps) {
  const { nextDay } = form.values;
  return (
    <View className="stack">
      <View className="activity-when">
        <Field {...form.field('date')} label="哪一天" kind="date" />
        <Field {...form.field('from')} label="几点开始" kind="time" />
        <Field {...form.field('to')} label="几点结束" kind="time" />
      </View>
      {mayBeNextDay(form.values) && (
        <Card>
          <Checkbox
            role="switch"
            words="第二天才结束"
            note="过了半夜的活动打开这个"
            checked={nextDay}
            onChange={form.set('nextDay')}
          />
        </Card>
      )}
    </View>
  );
}

const WEEKS = [
  { key: '1', word: '只这一次' },
  { key: '4', word: '连着 4 周' },
  { key: '8', word: '8 周' },
  { key: '12', word: '12 周' },
] as const;

function Weekly({ form }: PartProps) {
  const { date, weeks } = form.values;
  const last = weeks !== '1' && date !== '' ? lastDayOf(form.values) : undefined;
  return (
    <View>
      <View className="field-label">办几次</View>
      <Segments wrap label="办几次" items={WEEKS} chosen={weeks} onChoose={form.set('weeks')} />
      {last && (
        <View className="t-sub">{`每${weekdayOf(date)}同一时间，最后一次是 ${fullDayWords(last)}。哪一次不办，到时候单独取消。`}</View>
      )}
    </View>
  );
}

function SignUp({ form }: PartProps) {
  const { signUp } = form.values;
  return (
    <Card className="stack">
      <Checkbox role="switch" words="要先报名" note="不打开，来了就行" checked={signUp} onChange={form.set('signUp')} />
      {signUp && (
        <Field
          {...form.field('capacity')}
          label="最多几个人（不限就空着）"
          kind="number"
          maxLength={digitsIn(CAPACITY_MAX)}
          hint="满了以后的人排队，有人让出来就轮到他"
        />
      )}
    </Card>
  );
}

/** What is written of an activity, a new one or one that is mended; `once`: it is one alone. */
export function Fields({ form, once }: PartProps & { once: boolean }) {
  return (
    <>
      <Field {...form.field('title')} label="活动名称" example="清洁家园" maxLength={TITLE_MAX} />
      <Field {...form.field('place')} label="在哪里" example="三号院绿地" maxLength={SENTENCE_MAX} />
      <When form={form} />
      {!once && <Weekly form={form} />}
      <SignUp form={form} />
      <Field {...form.field('bring')} label="带什么（可以不填）" example="手套、水杯" maxLength={BRING_MAX} />
      <Field
        {...form.field('about')}
        label="说几句（可以不填）"
        kind="lines"
        example="做什么、怎么集合"
        maxLength={ABOUT_MAX}
      />
    </>
  );
}
