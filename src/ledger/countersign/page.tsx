import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { PAGE_MAX } from '../../../cloudfunctions/values/limits';
import { useRead } from '../../api/use-read';
import { Alert } from '../../components/alert';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { EmptyState } from '../../components/page-state';
import { Screen } from '../../components/screen';
import { SectionHeader } from '../../components/section-header';
import { useWhoever } from '../../session';
import { appoints, communityOf } from '../../session/work';
import { DAYS_SHOWN, Days } from './days';
import { HandLink } from './hand-link';
import { OwnKey } from './later';
import { NameKey } from './name-key';
import { Signers } from './signers';

const WEB = process.env.TARO_ENV === 'h5';
const SCREEN = { title: '监督委员会签字', lead: '不归系统管的人，再签一遍' } as const;

/** Whoever names keys, two by two. */
function useKeeping(reload: () => void) {
  const { me } = useWhoever();
  const [told, setTold] = useState<string>();
  const [isNaming, setNaming] = useState(false);
  const done = (words: string) => {
    setTold(words);
    setNaming(false);
    reload();
  };
  return { mayKeep: me !== undefined && appoints(me), told, isNaming, open: () => setNaming(true), done };
}

function Shown({ unitId }: { unitId: string }) {
  const asked = useRead('ledger.countersignatures', { unitId, limit: PAGE_MAX });
  const { mayKeep, told, isNaming, open, done } = useKeeping(() => void asked.reload());
  return (
    <View className="stack">
      <View>
        每天夜里公布的校验码，由村务（居务）监督委员会再签一遍。他们的钥匙自己收着，系统里没有；谁要是改了旧账，就是拿着系统的钥匙重新签，也和他们签过的对不上。
      </View>
      {told && <Alert kind="done" title={told} />}
      <Answer of={asked} failed="签字没能打开" rows={4}>
        {(data) => (
          <View className="stack">
            <SectionHeader title="谁来签" />
            <Signers signers={data.countersigners} mayKeep={mayKeep} onDone={done} />
            {mayKeep && !isNaming && (
              <Button icon="plus" onTap={open}>
                登记一把公钥
              </Button>
            )}
            {mayKeep && WEB && <HandLink unitId={unitId} />}
            {mayKeep && isNaming && <NameKey unitId={unitId} onDone={done} />}
            <SectionHeader title="哪几天签过了" note={`近 ${DAYS_SHOWN} 个有账的日子`} />
            <Days unitId={unitId} told={data} />
          </View>
        )}
      </Answer>
      <SectionHeader title="我是监督委员会的" />
      <OwnKey key={unitId} unitId={unitId} onSent={() => void asked.reload()} />
    </View>
  );
}

/** Days of one community that somebody from outside has signed: for anyone to see, for two to name keys, and for whoever signs. */
export default function CountersignPage() {
  const { unit } = useRouter().params;
  const { me } = useWhoever();
  const unitId = unit || (me && communityOf(me));
  return (
    <Screen {...SCREEN}>
      {unitId ? (
        <Shown unitId={unitId} />
      ) : (
        <EmptyState icon="shield" title="不知道是哪个社区" words="请用社区给你的链接打开，或者先登录。" />
      )}
    </Screen>
  );
}
