import { View } from '@tarojs/components';
import { useState } from 'react';
import type { DataOf } from '../../api';
import { useRead } from '../../api/use-read';
import { useWrite } from '../../api/use-write';
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
import { ChangePanel } from '../changing';
import { ICONS } from '../reward-words';
import { NewKind } from './new-kind';
import { NATURE_WORDS } from './words';

const SCREEN = {
  title: '奖励种类',
  shell: 'staff',
  className: 'desk-read',
  lead: '市里规定的六种，加上自己发文定的',
} as const;

type Kind = DataOf<'reward.kinds'>['kinds'][number];
const keyOf = ({ kindId, kind }: Kind) => kindId ?? kind;

function KindPanel({ kind, onDone }: { kind: Kind; onDone: (words: string) => void }) {
  const { run, ...writing } = useWrite('reward.changeKind');
  return (
    <ChangePanel
      name={kind.name}
      facts={[
        { term: '是什么', value: NATURE_WORDS[kind.nature].word },
        { term: '依据', value: kind.policyDocumentNumber ?? '' },
      ]}
      changes={kind.changes}
      may={kind.mayChange}
      endWords="停了以后，社区不能再开这种奖励；已经开着的照样能换，换好的券照样能用。"
      writing={writing}
      send={async (asked) => kind.kindId && run({ kindId: kind.kindId, ...asked })}
      onDone={onDone}
    />
  );
}

const Row = ({ kind, onOpen }: { kind: Kind; onOpen: () => void }) => (
  <ListRow
    icon={kind.nature === 'honour' ? 'honour' : ICONS[kind.kind]}
    title={kind.name}
    note={kind.policyDocumentNumber ?? '市里的办法规定的'}
    tag={kind.kindId && <Tag kind="plain">{kind.isEnded ? '停了' : NATURE_WORDS[kind.nature].word}</Tag>}
    {...(kind.kindId && { onTap: onOpen })}
  />
);

function Kinds({ unitId }: { unitId: string }) {
  const asked = useRead('reward.kinds', { unitId });
  const [naming, name] = useState(false);
  const [openedId, open] = useState<string>();
  const opened = asked.data?.kinds.find(({ kindId }) => kindId && kindId === openedId);
  const [told, tell] = useState<string>();
  const done = (words: string) => {
    tell(words);
    name(false);
    open(undefined);
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
                <SectionHeader title="都有哪些" note={`${kinds.filter(({ isEnded }) => !isEnded).length} 种`} />
                <List label="奖励种类">
                  {kinds.map((one) => (
                    <Row
                      key={keyOf(one)}
                      kind={one}
                      onOpen={() => {
                        tell(undefined);
                        open(one.kindId ?? undefined);
                      }}
                    />
                  ))}
                </List>
              </View>
            )}
          </Answer>
        </View>
      }
      detail={
        naming ? (
          <NewKind unitId={unitId} onDone={(title) => done(`“${title}”定好了，下面的社区现在就能开这种奖励`)} />
        ) : (
          opened && <KindPanel key={openedId} kind={opened} onDone={done} />
        )
      }
      onClose={() => {
        name(false);
        open(undefined);
      }}
      onBack={naming || opened ? () => done('') : undefined}
      actions={
        !naming &&
        !opened && (
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
