import { View } from '@tarojs/components';
import { useState } from 'react';
import { ActionBar } from '../../components/action-bar';
import { Button } from '../../components/button';
import { ListAndDetail } from '../../components/list-and-detail';
import { Notice } from '../../components/notice';
import { Segments } from '../../components/segments';
import { type Me, reloadMe } from '../../session';
import { Gate } from '../../session/gate';
import { goTo } from '../../ways';
import { Add } from './add';
import { Appoint, type Appointed } from './appoint';
import { findsByCodeOnly, type Post, postWords } from './posts';
import { TeamList } from './team-list';
import { usePost, useTeam } from './use-team';
import './page.scss';

type Told = { readonly title: string; readonly words?: string; readonly person?: Appointed['person'] };

/** What stands beside the list, or on a phone in its place, and what has just been done. */
function usePage(me: Me) {
  const posts = usePost(me);
  const team = useTeam(posts.post);
  const [aside, setAside] = useState<'appoint' | 'add'>();
  const [told, setTold] = useState<Told>();
  const open = (what: 'appoint' | 'add') => {
    setAside(what);
    setTold(undefined);
  };
  const done = (what: Told) => {
    setAside(undefined);
    setTold(what);
    void Promise.all([team.reload(), reloadMe()]); // the role may have been the caller's own
  };
  return { me, ...posts, team, aside, open, close: () => setAside(undefined), told, done };
}
type Page = ReturnType<typeof usePage>;

function Done({ told, post }: { told: Told; post: Post }) {
  const { title, words, person } = told;
  const toBind = person && !person.isBound && !findsByCodeOnly(post);
  return (
    <Notice
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
    </Notice>
  );
}

function Main({ page, post }: { page: Page; post: Post }) {
  const { team, told, posts, choose, me, done } = page;
  return (
    <View className="stack">
      {posts.length > 1 && (
        <Segments
          wrap
          label="用哪个身份"
          items={posts.map((one) => ({ key: one.unitId, word: postWords(one) }))}
          chosen={post.unitId}
          onChoose={choose}
        />
      )}
      {told && <Done told={told} post={post} />}
      <TeamList
        key={post.unitId}
        team={team}
        post={post}
        own={me.resident?.residentId}
        onEnded={(title) => done({ title })}
      />
    </View>
  );
}

function Side({ page, post }: { page: Page; post: Post }) {
  const { team, me, done, aside } = page;
  if (aside === 'add')
    return <Add key={post.unitId} post={post} units={team.units} onDone={(title) => done({ title })} />;
  return (
    <Appoint
      key={post.unitId}
      post={post}
      units={team.units}
      own={me.resident?.residentId}
      onDone={({ title, words, person }) => done({ title, words, person })}
    />
  );
}

const SCREEN = { title: '人员和机构', shell: 'staff' } as const;

function Team({ me }: { me: Me }) {
  const page = usePage(me);
  const { post, aside, open, close } = page;
  if (!post) return null;
  return (
    <ListAndDetail
      {...SCREEN}
      lead={aside ? undefined : postWords(post)}
      list={<Main page={page} post={post} />}
      detail={aside && <Side page={page} post={post} />}
      onClose={close}
      onBack={aside ? close : undefined}
      actions={
        !aside && (
          <ActionBar>
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
