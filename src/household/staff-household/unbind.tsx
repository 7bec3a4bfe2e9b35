import { View } from '@tarojs/components';
import { useState } from 'react';
import { useWrite } from '../../api/use-write';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { RefusalAlert } from '../../components/refusal-alert';
import { useMe } from '../../session';
import type { Member } from './household-data';

/** For a lost phone or a wrong binding. One's own is ended in the settings. */
export function Unbind({ member, onDone }: { member: Member; onDone: () => void }) {
  const { residentId, name } = member;
  const { me } = useMe();
  const { run, busy, refusal } = useWrite('household.unbindResident');
  const [asking, setAsking] = useState(false);
  const end = async () => {
    if (await run({ residentId })) onDone();
  };
  if (me?.resident?.residentId === residentId) return null;
  return (
    <>
      <Button wide kind="quiet" label={name} onTap={() => setAsking(true)}>
        解除他的绑定
      </Button>
      <Dialog
        title={`解除${name}的绑定？`}
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onTap={() => setAsking(false)}>先不</Button>
            <Button kind="danger" busy={busy} onTap={() => void end()}>
              解除绑定
            </Button>
          </>
        }
      >
        <View className="stack">
          <View>手机丢了、换了微信，或者绑错了人，就在这里解除。先当面认一认是他本人，或者是他家里的大人。</View>
          <View>解除以后，原来的手机看不到他家的积分。积分和存折都好好的，随时可以再绑回来。</View>
          <RefusalAlert refusal={refusal} onRetry={() => void end()} />
        </View>
      </Dialog>
    </>
  );
}
