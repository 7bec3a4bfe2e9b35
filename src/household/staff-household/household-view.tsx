import { View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '../../api/use-read';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Facts } from '../../components/facts';
import { List } from '../../components/list';
import { PersonRow } from '../../components/person-row';
import { SectionHeader } from '../../components/section-header';
import { Tag } from '../../components/tag';
import { Changes } from '../changes';
import { reachWords } from '../find/person-words';
import { relationWords } from '../relation';
import { TakeIn } from '../staff-person/later';
import { AddMember } from './add-member';
import { CardSection } from './card-section';
import type { Household, Member } from './household-data';
import { type EditPerson, type HoldingsOf, MemberPanel } from './member-panel';
import './household-view.scss';

function memberNote({ relation, age, isHead }: Member): string {
  return [isHead ? '户主' : relationWords(relation), age === null ? '' : `${age} 岁`].filter(Boolean).join(' · ');
}

function Members({ household, openedId, onOpen }: MembersProps) {
  return (
    <>
      <SectionHeader title="家里的人" note={`${household.members.length} 人`} />
      <List label="家里的人">
        {household.members.map((member) => (
          <PersonRow
            key={member.residentId}
            name={member.name}
            note={memberNote(member)}
            trail={<Tag kind={member.isBound ? 'ok' : 'plain'}>{reachWords(member)}</Tag>}
            onTap={() => onOpen(member.residentId === openedId ? undefined : member.residentId)}
          />
        ))}
      </List>
    </>
  );
}
interface MembersProps {
  household: Household;
  openedId: string | undefined;
  onOpen: (residentId: string | undefined) => void;
}

/** Whose household it is and where. */
function About({ household: { members, number, address, unitName, phone } }: { household: Household }) {
  const head = members.find(({ isHead }) => isHead) ?? members[0];
  return (
    <Card kind="soft">
      <View className="t-title strong">{head ? `${head.name}家` : number}</View>
      <Facts
        ruled={false}
        items={[
          { term: '户编号', value: number },
          { term: '住址', value: address || '没有登记' },
          { term: '在哪里', value: unitName },
          ...(phone ? [{ term: '电话', value: phone }] : []),
        ]}
      />
    </Card>
  );
}

/** Somebody more in it: newly written down, or come from elsewhere. */
function More({ household, onDone }: { household: Household; onDone: () => void }) {
  const [adding, setAdding] = useState<'new' | 'known'>();
  const close = () => setAdding(undefined);
  const done = () => {
    close();
    onDone();
  };
  if (adding === 'new') return <AddMember household={household} onDone={done} onClose={close} />;
  if (adding === 'known') return <TakeIn householdId={household.householdId} onDone={done} onClose={close} />;
  return (
    <View className="household-add stack">
      <Button wide icon="plus" onTap={() => setAdding('new')}>
        加一位家人
      </Button>
      <Button wide kind="quiet" onTap={() => setAdding('known')}>
        接一位搬来的人
      </Button>
    </View>
  );
}

function Shown({ household, holdings, residentId, reload, onEdit }: ShownProps) {
  const [openedId, open] = useState(residentId ?? household.headId ?? undefined);
  const opened = household.members.find(({ residentId: id }) => id === openedId);
  const isPersonFirst = onEdit && residentId; // beside a list of people it is they who are looked at
  const panel = opened && (
    <MemberPanel
      key={opened.residentId}
      member={opened}
      who={memberNote(opened)}
      {...{ holdings, onEdit }}
      onChanged={reload}
    />
  );
  return (
    <View className="household-view">
      {isPersonFirst && <View className="household-first">{panel}</View>}
      <About household={household} />
      <Members {...{ household, openedId }} onOpen={open} />
      {!isPersonFirst && panel}
      <More household={household} onDone={reload} />
      <CardSection household={household} onChanged={reload} />
      <Changes about={{ householdId: household.householdId }} title="这户改过什么" />
    </View>
  );
}

interface ShownProps {
  household: Household;
  holdings: HoldingsOf;
  residentId?: string;
  reload: () => void;
  onEdit: EditPerson | undefined;
}

export interface HouseholdViewProps {
  id: string;
  residentId?: string | undefined;
  holdings: HoldingsOf;
  /** Where somebody is edited beside the list; a page of its own elsewhere. */
  onEdit?: EditPerson;
}

export function HouseholdView({ id, residentId, holdings, onEdit }: HouseholdViewProps) {
  const asked = useRead('household.get', { householdId: id });
  return (
    <Answer of={asked}>
      {(household) => (
        <Shown
          household={household}
          holdings={holdings}
          onEdit={onEdit}
          reload={() => void asked.reload()}
          {...(residentId && { residentId })}
        />
      )}
    </Answer>
  );
}
