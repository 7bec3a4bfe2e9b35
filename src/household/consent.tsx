import { View } from '@tarojs/components';
import { Card } from '../components/card';
import { Checkbox } from '../components/checkbox';
import { ChoiceError, type Said } from '../components/choice-error';

export const NOT_AGREED = '先看一下上面的说明，点同意';

/** What is kept, what for, and how to end it: before anything is bound. */
export function Consent({ agreed, onChange, error, asked = 0 }: Props) {
  return (
    <Card className="stack">
      <View className="strong">我们会记什么、用来做什么</View>
      <View className="t-sub">
        姓名、电话、住址、出生日期、性别：只用来认出你是谁、住哪里、够不够年龄换东西。姓名、电话、住址加密保存。
      </View>
      <View className="t-sub">积分：记你做了什么好事、换了什么。</View>
      <View className="t-sub">谁看得到：社区的工作人员，为了办事都看得到。</View>
      <View className="t-sub">同一户的家人，互相看得到姓名、性别、年龄、住址和积分，也看得到户主的电话。</View>
      <View className="t-sub">你去用兑换券时，服务点的人看得到遮住一个字的姓名，还有年龄和性别。</View>
      <View className="t-sub">其他人只看得到遮住一个字的名字；公开感谢要写全名，得你自己同意。</View>
      <View className="t-sub">随时可以在“设置”里解除绑定。积分不会少。</View>
      <Checkbox words="我看过了，同意" checked={agreed} onChange={onChange} />
      <ChoiceError error={error} asked={asked} />
    </Card>
  );
}
interface Props extends Partial<Said> {
  agreed: boolean;
  onChange: (agreed: boolean) => void;
}
