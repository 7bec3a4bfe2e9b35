import { View } from '@tarojs/components';
import { useState } from 'react';
import { ActionBar } from '../../components/action-bar';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { EmptyState, ErrorState } from '../../components/page-state';
import { Screen } from '../../components/screen';
import { Segments } from '../../components/segments';
import { Skeleton } from '../../components/skeleton';
import { useWide } from '../../theme/use-wide';
import { goTo, startAt } from '../../ways';
import { Add } from './add';
import { Appoint, type Appointed } from './appoint';
import { findsByCodeOnly, type Post, postWords } from './posts';
import { TeamList } from './team-list';
import { usePost, useTeam } from './use-team';
import './page.scss';

type Told = { readonly title: string; readonly words?: string; readonly person?: Appointed['person'] };

/** What stands beside the list, or on a phone in its place, and what has just been done. */
function usePage() {
  const posts = usePost();
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
    void Promise.all([team.reload(), posts.reload()]); // the role may have been the caller's own
  };
  return { ...posts, team, aside, open, close: () => setAside(undefined), told, done };
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
        own={me?.resident?.residentId}
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
      own={me?.resident?.residentId}
      onDone={({ title, words, person }) => done({ title, words, person })}
    />
  );
}

function Body({ page, post }: { page: Page; post: Post }) {
  const wide = useWide();
  if (!page.aside) return <Main page={page} post={post} />;
  if (!wide) return <Side page={page} post={post} />;
  return (
    <View className="columns">
      <Main page={page} post={post} />
      <Side page={page} post={post} />
    </View>
  );
}

/** Who does what in a unit and below it; given and ended by whoever stands above. */
export default function TeamPage() {
  const page = usePage();
  const { me, post, refusal, reload, aside, open, close } = page;
  return (
    <Screen
      title="人员和机构"
      shell="staff"
      lead={post && !aside ? postWords(post) : undefined}
      onBack={aside ? close : undefined}
      actions={
        post &&
        !aside && (
          <ActionBar>
            <Button onTap={() => open('add')}>添机构</Button>
            <Button kind="primary" icon="plus" onTap={() => open('appoint')}>
              开通权限
            </Button>
          </ActionBar>
        )
      }
    >
      {post ? (
        <Body page={page} post={post} />
      ) : me ? (
        <EmptyState
          icon="door"
          title="这里是社区管理员和主管用的"
          words="要给同事开通权限，请找社区管理员。"
          action={{ word: '回首页', onTap: () => startAt('pages/home') }}
        />
      ) : refusal ? (
        <ErrorState title="没能打开" onRetry={() => void reload()} refusal={refusal} />
      ) : (
        <Skeleton rows={6} />
      )}
    </Screen>
  );
}
