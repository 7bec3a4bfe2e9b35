import { View } from '@tarojs/components';
import { isUnderAge } from '../../../cloudfunctions/values/people';
import { Checkbox } from '../../components/checkbox';
import { ChoiceError, type Said } from '../../components/choice-error';
import { List } from '../../components/list';
import type { Member } from '../staff-household/household-data';

/** Those who may speak for a household: its adults, or everybody where there is none. */
export function leadersAmong(members: readonly Member[]): readonly Member[] {
  const grownUp = members.filter(({ age }) => !isUnderAge(age));
  return grownUp.length > 0 ? grownUp : members;
}

interface Props {
  label: string;
  members: readonly Member[];
  chosen: string;
  onChoose: (residentId: string) => void;
  said: Said;
}

export function MemberChoice({ label, members, chosen, onChoose, said }: Props) {
  return (
    <View>
      <View className="field-label">{label}</View>
      <List label={label}>
        {members.map(({ residentId, name }) => (
          <Checkbox
            key={residentId}
            role="radio"
            words={name}
            checked={residentId === chosen}
            onChange={() => onChoose(residentId)}
          />
        ))}
      </List>
      <ChoiceError {...said} />
    </View>
  );
}
