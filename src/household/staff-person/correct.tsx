import { View } from '@tarojs/components';
import { MEND_REASONS } from '../../../cloudfunctions/values/people';
import { Card } from '../../components/card';
import { PersonFields } from '../staff-household/person-form';
import { RelationField, YearOnly } from './correct-fields';
import type { FormProps } from './data';
import { Foot } from './foot';
import { useCorrect } from './use-correct';

/** Puts several things right at once; the birthday first, since it decides who may have what. */
export function Correct({ person, onDone, onClose }: FormProps) {
  const form = useCorrect(person, onDone);
  return (
    <Card className="stack household-panel">
      <View className="strong">改登记的信息</View>
      <PersonFields form={form} />
      <YearOnly form={form} />
      {!person.isHead && person.householdId && <RelationField form={form} />}
      <Foot
        form={form}
        among={MEND_REASONS}
        lines={[
          '积分、兑换券、存折都不动。出生日期改了，按年龄的奖励从现在起按新的算。',
          '谁改的、什么时候、为什么，他家里人在“我家”能看到。',
        ]}
        word="改好了"
        close={{ word: '先不改', onTap: onClose }}
      />
    </Card>
  );
}
