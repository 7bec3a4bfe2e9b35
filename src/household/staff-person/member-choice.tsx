import { View } from '@tarojs/components';
import { Checkbox } from '../../components/checkbox';
import { ChoiceError, type Said } from '../../components/choice-error';
import { List } from '../../components/list';
import type { Member } from '../staff-household/household-data';

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
