import { View } from '@tarojs/components';
import { useState } from 'react';
import { useWhole } from '../../api/use-whole';
import { Answer } from '../../components/answer';
import { Checkbox } from '../../components/checkbox';
import { toggled } from '../../components/checkbox/use-toggle';
import { Field } from '../../components/field';
import { List } from '../../components/list';
import { Segments } from '../../components/segments';

const SHOWN = 20;
const WAYS = [
  { key: 'all', word: '全部住户' },
  { key: 'some', word: '挑几户' },
] as const;

interface Props {
  unitId: string;
  /** None: all. */
  chosen: readonly string[] | undefined;
  onChoose: (householdIds: readonly string[] | undefined) => void;
}

function Some({ unitId, chosen, onChoose }: Props & { chosen: readonly string[] }) {
  const { data, refusal, reload } = useWhole('household.list', { unitId }, 'households');
  const [typed, type] = useState('');
  const words = typed.trim();
  return (
    <Answer of={{ data, refusal, reload }} amid failed="住户没能打开" rows={3}>
      {(homes) => {
        const matching = homes.filter(
          ({ householdId, number, address, headName }) =>
            chosen.includes(householdId) || `${number}${address}${headName}`.includes(words),
        );
        return (
          <View className="stack">
            <Field
              label="找住户"
              labelHidden
              kind="search"
              icon="search"
              example="户编号、住址或户主"
              value={typed}
              onInput={type}
            />
            <List label="住户">
              {matching.slice(0, SHOWN + chosen.length).map(({ householdId, number, address, headName }) => (
                <Checkbox
                  key={householdId}
                  words={address}
                  note={[headName, `${number} 户`].filter(Boolean).join(' · ')}
                  checked={chosen.includes(householdId)}
                  onChange={() => onChoose(toggled(chosen, householdId))}
                />
              ))}
            </List>
            <View className="t-sub">{`挑了 ${chosen.length} 户，一共 ${homes.length} 户`}</View>
          </View>
        );
      }}
    </Answer>
  );
}

/** All of a grid or group, or some of its households by name. */
export function ChooseHomes(props: Props) {
  const { chosen, onChoose } = props;
  return (
    <View className="stack">
      <Segments
        wrap
        label="划哪些"
        items={WAYS}
        chosen={chosen ? 'some' : 'all'}
        onChoose={(way) => onChoose(way === 'all' ? undefined : [])}
      />
      {chosen && <Some {...props} chosen={chosen} />}
    </View>
  );
}
