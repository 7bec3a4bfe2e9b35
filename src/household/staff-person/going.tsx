import { View } from '@tarojs/components';
import type { ChangeReason } from '../../../cloudfunctions/values/people';
import type { Refused } from '../../api';
import { Card } from '../../components/card';
import { unless } from '../../components/form/checks';
import { useForm } from '../../components/form/use-form';
import { type HomeFormProps, needsHead } from './data';
import { Foot } from './foot';
import { NextHead } from './next-head';

interface Gone {
  residentId: string;
  reason: ChangeReason;
  nextHeadId?: string;
}
interface Props extends HomeFormProps {
  title: string;
  /** Of the `useWrite` that sends it. */
  write: {
    readonly busy: boolean;
    readonly refusal: Refused | undefined;
    run(ask: Gone): Promise<unknown>;
  };
  among: readonly ChangeReason[];
  /** Said where none of them is chosen. */
  missing: string;
  lines: readonly string[];
  word: string;
  close: string;
}

/** Somebody goes from a household, and who is left names its next head: why, what will happen, and the button. */
export function Going({ person, household, onDone, onClose, title, write, ...foot }: Props) {
  const { residentId } = person;
  const { among, missing, lines, word, close } = foot;
  const asksHead = needsHead(household, [residentId]);
  const form = useForm({
    begin: { nextHeadId: '', reason: '' as ChangeReason | '' },
    problemsIn: ({ nextHeadId, reason }) => ({
      nextHeadId: unless(!asksHead || nextHeadId !== '', '先选谁接着当户主'),
      reason: unless(reason !== '', missing),
    }),
    writing: write,
    send: async ({ nextHeadId, reason }) =>
      reason ? write.run({ residentId, reason, ...(asksHead && { nextHeadId }) }) : undefined,
    onDone,
  });
  return (
    <Card className="stack household-panel">
      <View className="strong">{title}</View>
      <NextHead household={household} goingIds={[residentId]} form={form} />
      <Foot {...{ form, among, lines, word }} close={{ word: close, onTap: onClose }} />
    </Card>
  );
}
