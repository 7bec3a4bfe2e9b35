import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { Alert } from '../../components/alert';
import { Heading } from '../../components/heading';
import { List } from '../../components/list';
import { ListRow } from '../../components/list-row';
import { EmptyState, ErrorState } from '../../components/page-state';
import { Screen } from '../../components/screen';
import { Skeleton } from '../../components/skeleton';
import { TreeMark } from '../../components/tree-mark';
import { goTo, startAt } from '../../ways';
import { reloadMe } from '..';
import './page.scss';
import { listPersonas, type Persona, signInAs } from './personas';
import { wayBack } from './way-back';

/** The web's way in. In the demo one picks who to be; elsewhere people come in through WeChat. */
export default function SignInPage() {
  const [personas, setPersonas] = useState<readonly Persona[] | 'none' | 'failed'>();
  const [busy, setBusy] = useState<string>();
  const [failed, setFailed] = useState(false);
  const { to } = useRouter().params;
  const load = () => void listPersonas().then(setPersonas);
  useEffect(load, []);

  const enter = async (key: string) => {
    if (busy) return;
    setBusy(key);
    setFailed(false);
    const signedIn = await signInAs(key);
    setBusy(undefined);
    if (!signedIn) return setFailed(true);
    await reloadMe();
    const link = wayBack(to);
    if (link) window.location.assign(link);
    else startAt('pages/home');
  };

  return (
    <Screen title="行为银行" bar="bare" back="none">
      <View className="sign-in-head">
        <TreeMark big />
        <Heading level={1} size="t-head">
          行为银行
        </Heading>
        <View className="t-sub">邻里做的好事，记得住，谢得着</View>
      </View>
      {personas === undefined && <Skeleton rows={5} />}
      {personas === 'failed' && <ErrorState title="没能打开" onRetry={load} />}
      {personas === 'none' && (
        <EmptyState icon="phone" title="请用微信打开" words="在微信里搜“行为银行”，或者扫社区给的码，就能进来。" />
      )}
      {Array.isArray(personas) && (
        <View className="stack">
          <View>
            <View className="t-title strong">你想看看谁的一天？</View>
            <View className="t-sub">这里是演示，人和事都是编的。选一位进去试试，随时可以换。</View>
          </View>
          {failed && (
            <Alert kind="refused" title="没能进去。">
              请再点一次。
            </Alert>
          )}
          <List label="演示人物">
            {personas.map(({ key, title, tryThis }) => (
              <ListRow
                key={key}
                title={title}
                note={busy === key ? '正在进去…' : tryThis}
                onTap={() => void enter(key)}
              />
            ))}
          </List>
        </View>
      )}
      <List label="不登录也能看">
        <ListRow icon="book" title="积分规则" note="做什么记几分，谁都能看" onTap={() => goTo('pages/rules')} />
        <ListRow
          icon="shield"
          title="核对一张回执"
          note="别人给你的链接或者文件，看看是不是真的"
          onTap={() => goTo('pages/receipt-verify')}
        />
      </List>
    </Screen>
  );
}
