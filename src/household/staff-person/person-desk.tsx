import { View } from '@tarojs/components';
import { type ComponentType, useState } from 'react';
import { isYoung } from '../../../cloudfunctions/values/people';
import { forgetAnswers } from '../../api/remembered';
import { useRead } from '../../api/use-read';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import type { IconName } from '../../components/icon';
import { List } from '../../components/list';
import { ListRow } from '../../components/list-row';
import { SectionHeader } from '../../components/section-header';
import { useMe } from '../../session';
import { isOffice } from '../../session/work';
import { goTo } from '../../ways';
import { Changes } from '../changes';
import type { Household } from '../staff-household/household-data';
import { Correct } from './correct';
import type { HomeFormProps, PersonData } from './data';
import { Death, UndoDeath } from './death';
import { Erase } from './erase';
import { Go } from './go';
import { GuardianForm } from './guardian';
import { Guardians } from './guardians';
import { Head } from './head';
import { House } from './house';
import { Move } from './move';
import { Registered } from './registered';
import { SamePerson } from './same-person';
import { TakeBack } from './take-in';
import { canBeParted, TwoPeople } from './two-people';

interface Way {
  readonly title: string;
  readonly note: string;
  readonly icon: IconName;
  readonly form: ComponentType<HomeFormProps>;
  readonly isOpen?: (person: PersonData, household: Household, office: boolean) => boolean;
}

const ageIn = (household: Household, id: string) =>
  household.members.find(({ residentId }) => residentId === id)?.age ?? null;

const WAYS: readonly Way[] = [
  { title: '改登记的信息', note: '几样一起改：姓名、性别、出生日期、手机号', icon: 'edit', form: Correct },
  { title: '搬家、分户', note: '搬进另一户，或者另立一户；可以几个人一起', icon: 'home', form: Move },
  { title: '这户换了住址', note: '全家一起搬，积分卡照用', icon: 'home', form: House },
  {
    title: '让他当户主',
    note: '以后由他替这户说话',
    icon: 'people',
    form: Head,
    isOpen: (person, household) => !person.isHead && !isYoung(ageIn(household, person.residentId)),
  },
  {
    title: '登记监护人',
    note: '看过证件，由另一位大人替孩子、替办不了事的大人做主',
    icon: 'shield',
    form: GuardianForm,
  },
  { title: '他搬走了', note: '离开这户，新家还没登记在这里', icon: 'door', form: Go },
  { title: '他登记了两次', note: '和另一条登记是同一个人，请同事看过合成一条', icon: 'people', form: SamePerson },
  {
    title: '其实是两个人',
    note: '合错了，请同事看过再分开',
    icon: 'people',
    form: TwoPeople,
    isOpen: canBeParted,
  },
  {
    title: '登记去世',
    note: '存折留着，剩下的积分留给家里人合用',
    icon: 'heart',
    form: Death,
    isOpen: (_p, _h, office) => office,
  },
  {
    title: '他要删除自己的资料',
    note: '记录留着、不再有名字；删了找不回来',
    icon: 'shield',
    form: Erase,
    isOpen: (_p, _h, office) => office,
  },
];

function Mending({ person, household, onDone }: { person: PersonData; household: Household; onDone: () => void }) {
  const { me } = useMe();
  const [opened, open] = useState<Way>();
  const office = me !== undefined && isOffice(me);
  const ways = WAYS.filter(({ isOpen }) => isOpen?.(person, household, office) ?? true);
  const close = () => open(undefined);
  if (opened) {
    const Form = opened.form;
    return <Form person={person} household={household} onDone={onDone} onClose={close} />;
  }
  return (
    <>
      <SectionHeader title="要改什么" />
      <List label="要改什么">
        {ways.map((way) => (
          <ListRow key={way.title} icon={way.icon} title={way.title} note={way.note} onTap={() => open(way)} />
        ))}
      </List>
    </>
  );
}

interface Props {
  id: string;
  /** Where somebody who has left may be taken in again. */
  unitId: string;
  /** Beside a list that is to be asked anew. */
  onChanged?: () => void;
  /** Beside what one comes back to. */
  onClose?: () => void;
}

/** One person as staff keep them: what is registered, everything that can be mended, and what was. */
export function PersonDesk({ id, unitId, onChanged, onClose }: Props) {
  const asked = useRead('household.person', { residentId: id });
  const [times, again] = useState(0);
  const householdId = asked.data?.householdId;
  const home = useRead('household.get', householdId ? { householdId } : null);
  const done = () => {
    forgetAnswers();
    again(times + 1);
    void asked.reload();
    void home.reload();
    onChanged?.();
  };
  return (
    <Answer of={asked}>
      {(person) => (
        <View className="stack">
          <Registered key={`registered ${times}`} person={person} household={home.data} onDone={done} />
          <Guardians key={`guardians ${times}`} person={person} onDone={done} />
          {person.diedOn ? (
            <UndoDeath person={person} onDone={done} />
          ) : householdId ? (
            <Answer of={home} amid rows={3}>
              {(household) => <Mending key={times} person={person} household={household} onDone={done} />}
            </Answer>
          ) : (
            <TakeBack residentId={id} unitId={unitId} onDone={done} />
          )}
          {onClose ? (
            <Button wide onTap={onClose}>
              回到这一户
            </Button>
          ) : householdId ? (
            <Button wide onTap={() => goTo('staff/household', { id: householdId, resident: id })}>
              看这一户
            </Button>
          ) : null}
          <Changes key={`changes ${times}`} about={{ residentId: id }} title="改过什么" />
        </View>
      )}
    </Answer>
  );
}
