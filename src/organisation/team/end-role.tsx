import { View } from '@tarojs/components';
import { useState } from 'react';
import { useWrite } from '../../api/use-write';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { RefusalAlert } from '../../components/refusal-alert';

/** Asked back once, with what will happen. */
function EndRole({ ending, onDone, onClose }: EndRoleProps) {
  const { run, busy, refusal } = useWrite('organisation.revokeRole');
  const { roleId, name, duty, ahead, own } = ending;
  const end = async () => {
    if (await run({ roleId })) onDone(`${name}的“${duty}”停用了`);
  };
  const who = own ? '你' : '他';
  return (
    <Dialog
      title={`停用${name}的“${duty}”？`}
      open
      onClose={onClose}
      actions={
        <>
          <Button onTap={onClose}>先不停</Button>
          <Button kind="danger" busy={busy} onTap={() => void end()}>
            停用
          </Button>
        </>
      }
    >
      <View className="stack">
        <View>
          {ahead
            ? `还没到开始的日子。停用后到那天${who}也不能办事；积分和记录都在。`
            : `停用后${who}马上不能再办这里的事；积分和记录都在。`}
        </View>
        <View>以后还要请{who}办，再开通一次就行。</View>
        <RefusalAlert refusal={refusal} onRetry={() => void end()} />
      </View>
    </Dialog>
  );
}

/** The role that is to be ended, as it is called. */
export interface Ending {
  readonly roleId: string;
  readonly name: string;
  readonly duty: string;
  readonly ahead: boolean;
  /** The caller's own. */
  readonly own: boolean;
}
interface EndRoleProps {
  ending: Ending;
  onDone: (told: string) => void;
  onClose: () => void;
}

/** `end` asks back about a role; `asked` is the question, while there is one. */
export function useEndRole(onEnded: (told: string) => void) {
  const [ending, end] = useState<Ending>();
  const close = () => end(undefined);
  const done = (told: string) => {
    close();
    onEnded(told);
  };
  return { end, asked: ending && <EndRole key={ending.roleId} ending={ending} onClose={close} onDone={done} /> };
}
