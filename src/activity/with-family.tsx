import { View } from '@tarojs/components';
import { useState } from 'react';
import type { DataOf } from '../api';
import { useWrite } from '../api/use-write';
import { Alert } from '../components/alert';
import { Button } from '../components/button';
import { Checkbox } from '../components/checkbox';
import { useToggle } from '../components/checkbox/use-toggle';
import { List } from '../components/list';
import { RefusalAlert } from '../components/refusal-alert';
import { SectionHeader } from '../components/section-header';
import { type FamilyMember, useFamily } from '../household/family';
import { relationWords } from '../household/relation';

type Brought = DataOf<'activity.bringAlong'>;

/** The family who came along: those who were counted, and those who were not, in one sentence each. */
function Counted({ along, family }: { along: Brought['along']; family: readonly FamilyMember[] }) {
  const namesOf = (state: 'posted' | 'refused') =>
    along
      .filter(({ outcome }) => outcome.state === state)
      .map(({ holder }) => family.find(({ residentId }) => residentId === holder.id)?.name ?? '家人')
      .join('、');
  const [counted, others] = [namesOf('posted'), namesOf('refused')];
  return (
    <View className="stack">
      {counted && <Alert kind="done" title={`${counted}也记上了`} />}
      {others && <Alert title={`${others}这次没有再记`}>可能已经记过了，存折里能看到。</Alert>}
    </View>
  );
}

interface Props {
  activityId: string;
  onBrought?: (brought: Brought) => void;
}

/** Asked once the points are safe, and only of those who have somebody to bring. */
export function WithFamily({ activityId, onBrought }: Props) {
  const family = useFamily();
  const { ticked: chosen, toggle } = useToggle<string>();
  const [brought, setBrought] = useState<Brought>();
  const { run, busy, refusal } = useWrite('activity.bringAlong');
  if (family.length === 0) return null;
  if (brought) return <Counted along={brought.along} family={family} />;
  const bring = async () => {
    const answer = await run({ activityId, alongIds: [...chosen] });
    if (!answer) return;
    setBrought(answer);
    onBrought?.(answer);
  };
  return (
    <View className="stack">
      <SectionHeader title="家里还有谁一起来了？" />
      <List label="家人">
        {family.map(({ residentId, name, relation, age }) => (
          <Checkbox
            key={residentId}
            words={name}
            note={[relationWords(relation), age === null ? '' : `${age} 岁`].filter(Boolean).join(' · ')}
            checked={chosen.includes(residentId)}
            onChange={() => toggle(residentId)}
          />
        ))}
      </List>
      <RefusalAlert refusal={refusal} />
      {chosen.length > 0 && (
        <Button wide busy={busy} onTap={() => void bring()}>
          {`替 ${chosen.length} 位家人签到`}
        </Button>
      )}
    </View>
  );
}
