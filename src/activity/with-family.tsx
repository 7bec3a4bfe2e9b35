import { View } from '@tarojs/components';
import { ActionBar } from '../components/action-bar';
import { Alert } from '../components/alert';
import { Button } from '../components/button';
import { Checkbox } from '../components/checkbox';
import { List } from '../components/list';
import { RefusalAlert } from '../components/refusal-alert';
import { SectionHeader } from '../components/section-header';
import { relationWords } from '../household/relation';
import type { FamilyMember } from '../household/served-by';
import type { Along } from './use-along';

/** The family who came along: those who were counted, and those who were not, in one sentence each. */
function Counted({ along, family }: { along: NonNullable<Along['along']>; family: readonly FamilyMember[] }) {
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

/** Who else came; the button that brings them stands at the thumb (`AlongBar`). */
export function WithFamily({ along: { family, offered, along, chosen, toggle, refusal, bring } }: { along: Along }) {
  if (along) return <Counted along={along} family={family} />;
  if (offered.length === 0) return null;
  return (
    <View className="stack">
      <SectionHeader title="家里还有谁一起来了？" />
      <List label="家人">
        {offered.map(({ residentId, name, relation, age }) => (
          <Checkbox
            key={residentId}
            words={name}
            note={[relationWords(relation), age === null ? '' : `${age} 岁`].filter(Boolean).join(' · ')}
            checked={chosen.includes(residentId)}
            onChange={() => toggle(residentId)}
          />
        ))}
      </List>
      <RefusalAlert refusal={refusal} onRetry={() => void bring()} />
    </View>
  );
}

/** What was begun is what the big button does. */
export const AlongBar = ({ along: { chosen, busy, bring } }: { along: Along }) => (
  <ActionBar>
    <Button kind="primary" busy={busy} onTap={() => void bring()}>
      {`替 ${chosen.length} 位家人签到`}
    </Button>
  </ActionBar>
);
