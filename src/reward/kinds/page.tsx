import { View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '../../api/use-read';
import { ActionBar } from '../../components/action-bar';
import { Alert } from '../../components/alert';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { List } from '../../components/list';
import { ListAndDetail } from '../../components/list-and-detail';
import { ListRow } from '../../components/list-row';
import { SectionHeader } from '../../components/section-header';
import { Tag } from '../../components/tag';
import { Gate } from '../../session/gate';
import { ICONS } from '../reward-words';
import { NewKind } from './new-kind';
import { NATURE_WORDS } from './words';

const SCREEN = { title: '奖励种类', shell: 'staff', lead: '市里规定的六种，加上自己发文定的' } as const;

function Kinds({ unitId }: { unitId: string }) {
  const asked = useRead('reward.kinds', { unitId });
  const [naming, name] = useState(false);
  const [told, tell] = useState<string>();
  const done = (words: string) => {
    tell(words);
    name(false);
    void asked.reload();
  };
  return (
    <ListAndDetail
      {...SCREEN}
      list={
        <View className="stack">
          {told && <Alert kind="done" title={told} />}
          <Answer of={asked} failed="奖励种类没能打开" rows={6}>
            {({ kinds }) => (
              <View>
                <SectionHeader title="都有哪些" note={`${kinds.length} 种`} />
                <List label="奖励种类">
                  {kinds.map((one) => (
                    <ListRow
                      key={one.kindId ?? one.kind}
                      icon={one.nature === 'honour' ? 'honour' : ICONS[one.kind]}
                      title={one.name}
                      note={one.policyDocumentNumber ?? '市里的办法规定的'}
                      tag={one.kindId && <Tag kind="plain">{NATURE_WORDS[one.nature].word}</Tag>}
                    />
                  ))}
                </List>
              </View>
            )}
          </Answer>
        </View>
      }
      detail={
        naming && <NewKind unitId={unitId} onDone={(title) => done(`“${title}”定好了，下面的社区现在就能开这种奖励`)} />
      }
      onClose={() => name(false)}
      actions={
        !naming && (
          <ActionBar>
            <Button
              kind="primary"
              icon="plus"
              onTap={() => {
                tell(undefined);
                name(true);
              }}
            >
              定一种奖励
            </Button>
          </ActionBar>
        )
      }
    />
  );
}

/** The kinds of reward of a city or district: those of the city's rules, and what it names itself by a notice of its own. */
export default function KindsPage() {
  return (
    <Gate
      who="supervisor"
      words="奖励有哪些种类，由市里和区里来定。"
      failed="奖励种类没能打开"
      rows={5}
      screen={SCREEN}
    >
      {({ unitId }) => <Kinds unitId={unitId} />}
    </Gate>
  );
}
