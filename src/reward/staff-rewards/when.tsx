import { View } from '@tarojs/components';
import { MONTH_POINTS_MAX } from '../../../cloudfunctions/values/limits';
import { ChoiceError } from '../../components/choice-error';
import { Field } from '../../components/field';
import { digitsIn } from '../../components/form/checks';
import type { Form as Editing, PartOf } from '../../components/form/use-form';
import { SectionHeader } from '../../components/section-header';
import { Segments } from '../../components/segments';
import { WindowsField } from '../when/windows-field';
import type { Form, Timing } from './form';

const TIMINGS = [
  { key: 'community', word: '按社区的时间' },
  { key: 'any', word: '随时' },
  { key: 'own', word: '自己定' },
] as const satisfies readonly { key: Timing; word: string }[];

/** The ceilings of a month, of a reward or of a community. */
export function MonthFields({ form }: { form: PartOf<Pick<Form, 'monthPoints' | 'monthYuan'>> }) {
  return (
    <View className="staff-rewards-fields">
      <Field
        {...form.field('monthPoints')}
        kind="number"
        label="每月最多换多少分"
        hint="不限就空着"
        maxLength={digitsIn(MONTH_POINTS_MAX)}
      />
      <Field
        {...form.field('monthYuan')}
        kind="decimal"
        label="每月最多花多少钱（元）"
        hint="不限就空着"
        maxLength={10}
      />
    </View>
  );
}

/** When it can be redeemed, and how much of it in a month. */
export function When({ form }: { form: Editing<Form> }) {
  const { timing, windows } = form.values;
  return (
    <View className="stack">
      <SectionHeader title="什么时候换" />
      <Segments label="什么时候换" items={TIMINGS} chosen={timing} onChoose={form.set('timing')} />
      <ChoiceError {...form.choice('windows')} />
      {timing === 'own' && <WindowsField windows={windows} onChange={form.set('windows')} />}
      <MonthFields form={form} />
    </View>
  );
}
