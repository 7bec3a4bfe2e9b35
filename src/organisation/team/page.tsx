import { View } from '@tarojs/components';
import { useState } from 'react';
import { ActionBar } from '../../components/action-bar';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';
import { ListAndDetail } from '../../components/list-and-detail';
import { type Me, reloadMe } from '../../session';
import { Gate } from '../../session/gate';
import { goTo } from '../../ways';
import { Add } from './add';
import { Appoint, type Appointed } from './appoint';
import { Change } from './change';
import { PositionChoice } from './position-choice';
import { findsByCodeOnly, type Position, positionWords } from './positions';
import { TeamList } from './team-list';
import { usePosition, useTeam } from './use-team';
import './page.scss';

type Aside = 'appoint' | 'add' | 'change';
type Told = { readonly title: string; readonly words?: string; readonly person?: Appointed['person'] };

/** What stands beside the list, or on a phone in its place, and what has just been done. */
function usePage(me: Me) {
  const positions = usePosition(me);
  const team = useTeam(positions.position);
  const [aside, setAside] = useState<Aside>();
  const [told, setTold] = useState<Told>();
  const open = (what: Aside) => {
    setAside(what);
    setTold(undefined);
  };
  const done = (what: Told) => {
    setAside(undefined);
    setTold(what);
    void Promise.all([team.reload(), reloadMe()]); // the role may have been the caller's own
  };
  return { me, ...positions, team, aside, open, close: () => setAside(undefined), told, done };
}
type Page = ReturnType<typeof usePage>;

function Done({ told, position }: { told: Told; position: Position }) {
  const { title, words, person } = told;
  const toBind = person && !person.isBound && !findsByCodeOnly(position);
  return (
    <Alert
      kind="done"
      title={title}
      {...(toBind && {
        action: {
          word: '去出绑定码',
          onTap: () => goTo('staff/household', { id: person.householdId, resident: person.residentId }),
        },
      })}
    >
      {words}
    </Alert>
  );
}

function Main({ page, position }: { page: Page; position: Position }) {
  const { team, told, positions, choose, me, done } = page;
  return (
    <View className="stack">
      <PositionChoice {...{ positions, position, choose }} />
      {told && <Done told={told} position={position} />}
      <TeamList
        key={position.unitId}
        team={team}
        position={position}
        own={me.resident?.residentId}
        onEnded={(title) => done({ title })}
      />
    </View>
  );
}

function Side({ page, position }: { page: Page; position: Position }) {
  const { team, me, done, aside } = page;
  if (aside === 'add')
    return <Add key={position.unitId} position={position} units={team.units} onDone={(title) => done({ title })} />;
  if (aside === 'change')
    return <Change key={position.unitId} position={position} units={team.units} onDone={(title) => done({ title })} />;
  return (
    <Appoint
      key={position.unitId}
      position={position}
      units={team.units}
      own={me.resident?.residentId}
      onDone={({ title, words, person }) => done({ title, words, person })}
    />
  );
}

const SCREEN = { title: '人员和机构', shell: 'staff' } as const;

function Team({ me }: { me: Me }) {
  const page = usePage(me);
  const { position, aside, open, close } = page;
  if (!position) return null;
  return (
    <ListAndDetail
      {...SCREEN}
      lead={aside ? undefined : positionWords(position)}
      list={<Main page={page} position={position} />}
      detail={aside && <Side page={page} position={position} />}
      onClose={close}
      onBack={aside ? close : undefined}
      actions={
        !aside && (
          <ActionBar>
            <Button onTap={() => open('change')}>改机构</Button>
            <Button onTap={() => open('add')}>添机构</Button>
            <Button kind="primary" icon="plus" onTap={() => open('appoint')}>
              开通权限
            </Button>
          </ActionBar>
        )
      }
    />
  );
}

/** Who does what in a unit and below it; given and ended by whoever stands above. */
export default function TeamPage() {
  return (
    <Gate who="appointer" words="要给同事开通权限，请找社区管理员。" rows={6} screen={SCREEN}>
      {({ me }) => <Team me={me} />}
    </Gate>
  );
}
