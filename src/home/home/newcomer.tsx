import { View } from '@tarojs/components';
import { Button } from '../../components/button';
import { EmptyState } from '../../components/page-state';
import type { Me } from '../../session';
import { goTo } from '../../ways';
import { turnedDownWords } from '../../words/applications';
import { momentWords } from '../../words/dates';
import type { Work } from './content';
import './page.scss';

export type Application = Me['application'];

/** Works here and lives elsewhere, or has not bound yet: the desk first, the household if they like. */
function Working({ word, note, page }: Work) {
  return (
    <View>
      <EmptyState icon="heart" title="谢谢你照应大家" words={note} action={{ word, onTap: () => goTo(page) }} />
      <View className="newcomer-too">
        <Button kind="quiet" onTap={() => goTo('pages/bind')}>
          我也住在这里，加入社区
        </Button>
      </View>
    </View>
  );
}

/** Not bound to a household yet: what that is for, and the way there. */
export function NewcomerHome({ application, work }: { application: Application; work?: Work | undefined }) {
  if (application?.state === 'waiting')
    return (
      <EmptyState
        icon="clock"
        title="申请交上去了，正在等网格员看"
        words={`${momentWords(application.createdAtMs)} 交给了${application.communityName}，一般一两天就有结果，到时候再打开看看。`}
        action={{ word: '看看我的申请', onTap: () => goTo('pages/bind') }}
      />
    );
  if (work) return <Working {...work} />;
  const why = turnedDownWords(application);
  return (
    <EmptyState
      icon="home"
      title={why ? '上次的申请没有通过' : '先加入你住的社区'}
      words={why ?? '有积分卡就扫卡绑定；没有卡，填个申请也行。绑好了，做的事就能记上。'}
      action={{ word: '加入社区', onTap: () => goTo('pages/bind') }}
    />
  );
}
