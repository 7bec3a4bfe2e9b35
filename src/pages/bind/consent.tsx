import { View } from '@tarojs/components';
import type { RequestFor } from '../../api';
import { Card } from '../../components/card';
import { Checkbox } from '../../components/checkbox';

type Version = RequestFor<'household.acceptInvite'>['consent']['version'];
/** The wording that is agreed to; another wording is another version, and the contract lists it. */
export const CONSENT_VERSION: Version = '2026-11';

/** What is kept, what for, and how to end it: before anything is bound. */
export function Consent({ agreed, onChange }: { agreed: boolean; onChange: (agreed: boolean) => void }) {
  return (
    <Card className="stack">
      <View className="strong">我们会记什么、用来做什么</View>
      <View className="t-sub">
        姓名、电话、住址、出生日期：只用来认出你是谁、住哪里、够不够年龄换东西，加密保存，只有社区的工作人员看得到。
      </View>
      <View className="t-sub">积分：记你做了什么好事、换了什么。别人看到的名字都会遮住一个字。</View>
      <View className="t-sub">随时可以在“设置”里解除绑定。积分不会少。</View>
      <Checkbox words="我看过了，同意" checked={agreed} onChange={onChange} />
    </Card>
  );
}
