import { EmptyState } from '../../components/page-state';
import type { Me } from '../../session';
import { goTo } from '../../ways';
import { momentWords } from '../../words/dates';

export type Application = Me['application'];

/** Not bound to a household yet: what that is for, and the way there. */
export function NewcomerHome({ application }: { application: Application }) {
  if (application?.state === 'waiting')
    return (
      <EmptyState
        icon="clock"
        title="申请正在看"
        words={`${momentWords(application.createdAtMs)} 交给了${application.communityName}，一般一两天就有结果，到时候再打开看看。`}
        action={{ word: '看看我的申请', onTap: () => goTo('pages/bind') }}
      />
    );
  const refused = application?.state === 'refused';
  return (
    <EmptyState
      icon="home"
      title={refused ? '上次的申请没有通过' : '先加入你住的社区'}
      words={
        refused
          ? '可以改一改再申请，也可以带积分卡找网格员。'
          : '有积分卡就扫卡绑定；没有卡，填个申请也行。绑好了，做的事就能记上。'
      }
      action={{ word: '加入社区', onTap: () => goTo('pages/bind') }}
    />
  );
}
