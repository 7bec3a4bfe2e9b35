import { View } from '@tarojs/components';
import { useState } from 'react';
import { isUnderAge } from '../../../cloudfunctions/values/people';
import { useWrite } from '../../api/use-write';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';
import { Checkbox } from '../../components/checkbox';
import { Dialog } from '../../components/dialog';
import { List } from '../../components/list';
import { RefusalAlert } from '../../components/refusal-alert';
import { Screen } from '../../components/screen';
import { SectionHeader } from '../../components/section-header';
import { type Me, reloadMe, signOut, useMe } from '../../session';
import './page.scss';
import { useAppearance } from '../../theme/appearance';
import { startAt } from '../../ways';
import { Erase } from './later';
import { namesToShow } from './names-to-show';

const THEMES = [
  { key: 'follow', word: '跟着手机' },
  { key: 'light', word: '浅色' },
  { key: 'dark', word: '深色' },
] as const;

function Looks() {
  const { theme, large, setTheme, setLarge } = useAppearance();
  return (
    <>
      <SectionHeader title="看得清楚" />
      <List label="看得清楚">
        <Checkbox
          role="switch"
          words="关怀模式"
          note="字大、按钮大，首页只有三件事"
          checked={large}
          onChange={setLarge}
        />
      </List>
      <SectionHeader title="颜色" />
      <List label="颜色">
        {THEMES.map(({ key, word }) => (
          <Checkbox key={key} role="radio" words={word} checked={theme === key} onChange={() => setTheme(key)} />
        ))}
      </List>
    </>
  );
}

function Privacy({ me }: { me: Me }) {
  const show = useWrite('household.showMyName');
  const unbind = useWrite('household.unbind');
  const [asking, setAsking] = useState(false);
  const [erasing, setErasing] = useState(false);
  const setShown = async (residentId: string, shown: boolean) => {
    if (await show.run({ residentId, shown })) await reloadMe();
  };
  const end = async () => {
    if (!(await unbind.run({}))) return;
    await reloadMe();
    startAt('pages/home');
  };
  return (
    <>
      <SectionHeader title="我的资料与隐私" />
      <RefusalAlert refusal={show.refusal ?? unbind.refusal} />
      <List label="我的资料与隐私">
        {namesToShow(me).map(({ residentId, words, note, namesShown }) => (
          <Checkbox
            key={residentId}
            role="switch"
            words={words}
            note={note}
            checked={namesShown}
            onChange={(shown) => void setShown(residentId, shown)}
          />
        ))}
      </List>
      <View className="settings-end">
        <Button wide onTap={() => setAsking(true)}>
          解除绑定
        </Button>
      </View>
      {!isUnderAge(me.resident?.age ?? null) && (
        <View className="settings-end">
          {erasing ? (
            <Erase me={me} onClose={() => setErasing(false)} />
          ) : (
            <Button wide onTap={() => setErasing(true)}>
              删除我的资料
            </Button>
          )}
        </View>
      )}
      <Dialog
        title="解除绑定？"
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onTap={() => setAsking(false)}>先不</Button>
            <Button kind="danger" busy={unbind.busy} onTap={() => void end()}>
              解除绑定
            </Button>
          </>
        }
      >
        <View>解除以后，这个手机看不到你家的积分。积分和存折都好好的，随时可以再绑回来。</View>
      </Dialog>
    </>
  );
}

function SignedIn() {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const leave = async () => {
    setBusy(true);
    setFailed(false);
    const left = await signOut();
    setBusy(false);
    setFailed(!left);
  };
  return (
    <>
      <SectionHeader title="登录" />
      <View className="stack">
        {failed && (
          <Alert
            kind="refused"
            title="还没有退出来。"
            action={{ word: '再试一次', onTap: () => void leave(), icon: 'again' }}
          >
            现在连不上服务，这里还是你的账号。看看网络再点一次；退好以前，先别让别人用。
          </Alert>
        )}
        <Button wide icon="swap" busy={busy} onTap={() => void leave()}>
          换一个人
        </Button>
      </View>
    </>
  );
}

export default function SettingsPage() {
  const { me } = useMe();
  return (
    <Screen title="设置">
      <Looks />
      {me?.resident && <Privacy me={me} />}
      {process.env.TARO_ENV === 'h5' && <SignedIn />}
    </Screen>
  );
}
