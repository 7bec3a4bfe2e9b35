import { View } from '@tarojs/components';
import type { RedemptionWindow } from '../../../cloudfunctions/values/windows';
import type { DataOf } from '../../api';
import { useRead } from '../../api/use-read';
import { useWrite } from '../../api/use-write';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { ChoiceError } from '../../components/choice-error';
import { unless } from '../../components/form/checks';
import { useForm } from '../../components/form/use-form';
import { Heading } from '../../components/heading';
import { RefusalAlert } from '../../components/refusal-alert';
import { SectionHeader } from '../../components/section-header';
import { Segments } from '../../components/segments';
import { WindowsField } from '../when/windows-field';
import { yuanText } from '../yuan';
import { ceilingProblems, ceilingsOf } from './form';
import { MonthFields } from './when';

type Rule = DataOf<'reward.redemption'>;

const TIMINGS = [
  { key: 'any', word: '随时' },
  { key: 'own', word: '定时间' },
] as const;

const formOf = ({ windows, monthPoints, monthCents }: Rule) => ({
  timing: windows.length > 0 ? ('own' as const) : ('any' as 'own' | 'any'),
  windows: windows as readonly RedemptionWindow[],
  monthPoints: monthPoints ? String(monthPoints) : '',
  monthYuan: monthCents ? yuanText(monthCents) : '',
});

function RuleForm({ unitId, rule, onDone }: { unitId: string; rule: Rule; onDone: () => void }) {
  const { run, ...writing } = useWrite('reward.setRedemption');
  const form = useForm({
    begin: formOf(rule),
    problemsIn: ({ timing, windows, ...ceilings }) => ({
      windows: unless(timing === 'any' || windows.length > 0, '先加一个时间，或者选“随时”'),
      ...ceilingProblems(ceilings),
    }),
    writing,
    send: ({ timing, windows, ...ceilings }) =>
      run({ unitId, windows: timing === 'own' ? [...windows] : [], ...ceilingsOf(ceilings) }),
    onDone,
    named: { monthCents: 'monthYuan' },
  });
  const { timing, windows } = form.values;
  return (
    <Card className="stack">
      <Heading level={2} size="t-title" className="strong">
        兑换时间和每月上限
      </Heading>
      <View>全社区的奖励都照这个来；哪一样要另外定，在那一样里写。已经换好的券不受影响。</View>
      <SectionHeader title="什么时候换" />
      <Segments label="什么时候换" items={TIMINGS} chosen={timing} onChoose={form.set('timing')} />
      <ChoiceError {...form.choice('windows')} />
      {timing === 'own' && <WindowsField windows={windows} onChange={form.set('windows')} />}
      <SectionHeader title="每月上限" note={`这个月已经换了 ${rule.spentPoints} 分、${yuanText(rule.spentCents)} 元`} />
      <MonthFields form={form} />
      <RefusalAlert {...form.alert} />
      <Button kind="primary" wide {...form.button}>
        就按这个来
      </Button>
    </Card>
  );
}

/** When things can be redeemed in the whole community, and how much in a month. */
export function RedemptionPanel({ unitId, onDone }: { unitId: string; onDone: () => void }) {
  const asked = useRead('reward.redemption', { unitId });
  return (
    <Answer of={asked} rows={4} amid>
      {(rule) => <RuleForm unitId={unitId} rule={rule} onDone={onDone} />}
    </Answer>
  );
}
