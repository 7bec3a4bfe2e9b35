import { View } from '@tarojs/components';
import type { ChangeReason } from '../../../cloudfunctions/values/people';
import { ChoiceError, type Said } from '../../components/choice-error';
import { Segments } from '../../components/segments';
import { REASON_WORDS } from '../changes/words';

interface Props {
  among: readonly ChangeReason[];
  chosen: ChangeReason | '';
  onChoose: (reason: ChangeReason) => void;
  said: Said;
}

/** Why it is changed: it stands in the history that the family reads. */
export function ReasonChoice({ among, chosen, onChoose, said }: Props) {
  return (
    <View>
      <View className="field-label">为什么</View>
      <Segments
        wrap
        label="为什么"
        items={among.map((key) => ({ key, word: REASON_WORDS[key] }))}
        chosen={chosen as ChangeReason}
        onChoose={onChoose}
      />
      <ChoiceError {...said} />
    </View>
  );
}
