import { View } from '@tarojs/components';
import { useState } from 'react';
import { useWhole } from '../../api/use-whole';
import { ActionBar } from '../../components/action-bar';
import { Alert } from '../../components/alert';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { ListAndDetail } from '../../components/list-and-detail';
import { Gate } from '../../session/gate';
import { GuidelineList } from '../guideline-list';
import { NewGuideline } from './new-guideline';

const SCREEN = { title: '指导标准', shell: 'staff', lead: '市里、区里定范围，社区定自己的分值' } as const;

function Guidelines({ unitId }: { unitId: string }) {
  const asked = useWhole('catalogue.guidelines', { unitId }, 'guidelines');
  const [setting, set] = useState(false);
  const [told, tell] = useState<string>();
  const begin = () => {
    tell(undefined);
    set(true);
  };
  const done = (name: string) => {
    set(false);
    tell(`“${name}”定好了，下面的社区现在就能照着定自己的积分项目。`);
    void asked.reload();
  };
  return (
    <ListAndDetail
      {...SCREEN}
      list={
        <View className="stack">
          {told && <Alert kind="done" title={told} />}
          <Answer of={asked} failed="指导标准没能打开" rows={6}>
            {(guidelines) => <GuidelineList guidelines={guidelines} />}
          </Answer>
        </View>
      }
      detail={setting && <NewGuideline unitId={unitId} onDone={done} />}
      onClose={() => set(false)}
      onBack={setting ? () => set(false) : undefined}
      actions={
        !setting && (
          <ActionBar>
            <Button kind="primary" icon="plus" onTap={begin}>
              定一项指导标准
            </Button>
          </ActionBar>
        )
      }
    />
  );
}

/** The guideline items of a city or district: what communities below may give points for, and between how many. */
export default function GuidelinesPage() {
  return (
    <Gate who="supervisor" words="指导标准由市里和区里来定。" failed="指导标准没能打开" rows={5} screen={SCREEN}>
      {({ unitId }) => <Guidelines unitId={unitId} />}
    </Gate>
  );
}
