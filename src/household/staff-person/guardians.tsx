import { View } from '@tarojs/components';
import { useState } from 'react';
import { type ChangeReason, isMendReason, MEND_REASONS } from '../../../cloudfunctions/values/people';
import { useWrite } from '../../api/use-write';
import { Card } from '../../components/card';
import { unless } from '../../components/form/checks';
import { useForm } from '../../components/form/use-form';
import { List } from '../../components/list';
import { ListRow } from '../../components/list-row';
import { SectionHeader } from '../../components/section-header';
import { momentWords } from '../../words/dates';
import type { PersonData } from './data';
import { Foot } from './foot';
import { type Guardian, guardianWords } from './guardian-words';

interface EndProps {
  guardian: Guardian;
  name: string;
  onDone: () => void;
  onClose: () => void;
}

/** That somebody is a guardian no longer, or never was. */
function End({ guardian, name, onDone, onClose }: EndProps) {
  const { run, ...writing } = useWrite('household.endGuardian');
  const form = useForm({
    begin: { reason: '' as ChangeReason | '' },
    problemsIn: ({ reason }) => ({ reason: unless(reason !== '', '先选怎么知道的') }),
    writing,
    send: async ({ reason }) =>
      isMendReason(reason) ? run({ guardianshipId: guardian.guardianshipId, reason }) : undefined,
    onDone,
  });
  return (
    <Card className="stack household-panel">
      <View className="strong">{`${guardian.name}不再是${name}的监护人`}</View>
      <Foot
        form={form}
        among={MEND_REASONS}
        lines={[
          `从现在起他不能再替${name}办事，也看不到${name}的存折；他替${name}点过的同意作废。`,
          guardian.isSole ? '户主和代办人又可以替他办事。' : '别的监护人、户主和代办人照旧。',
          '以前登记过他，一直写在“改过什么”里。',
        ]}
        word="结束监护"
        close={{ word: '先不结束', onTap: onClose }}
      />
    </Card>
  );
}

/** Guardians by a paper: which one, until when, who wrote it down; each may be ended. */
export function Guardians({ person, onDone }: { person: PersonData; onDone: () => void }) {
  const [ending, end] = useState<Guardian>();
  const { guardians, name } = person;
  if (guardians.length === 0) return null;
  if (ending) return <End guardian={ending} name={name} onDone={onDone} onClose={() => end(undefined)} />;
  return (
    <>
      <SectionHeader title="监护人" note="点一位可以结束" />
      <List label="监护人">
        {guardians.map((guardian) => (
          <ListRow
            key={guardian.guardianshipId}
            icon="shield"
            title={guardian.name}
            note={`${guardianWords(guardian)}。${guardian.recordedByName || '一位同事'} ${momentWords(guardian.recordedAtMs)} 登记`}
            onTap={() => end(guardian)}
          />
        ))}
      </List>
    </>
  );
}
