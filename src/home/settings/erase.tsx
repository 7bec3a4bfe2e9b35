import { View } from '@tarojs/components';
import { useState } from 'react';
import { useWrite } from '../../api/use-write';
import { Button } from '../../components/button';
import { Checkbox } from '../../components/checkbox';
import { List } from '../../components/list';
import { RefusalAlert } from '../../components/refusal-alert';
import { WillHappen } from '../../components/will-happen';
import { leadersAmong } from '../../household/leaders';
import { type Me, reloadMe } from '../../session';
import { startAt } from '../../ways';

const STANDS = [
  '姓名、电话、生日这些资料都删掉，谁也找不回来，也不能撤回。',
  '记过的积分一条不少，只是不再有你的名字。剩下的积分以后谁也不能用，还没用的兑换券会取消；想换的东西请先换好。',
  '你离开这户，手机绑定、担任的工作、监护登记都结束。家里人会收到消息。',
] as const;

/** Who may speak for the household after the caller, where that is theirs to say. */
function leadersAfter({ resident, household }: Me) {
  if (!household || household.headId !== resident?.residentId) return [];
  return leadersAmong(household.members.filter(({ residentId }) => residentId !== resident.residentId));
}

/** What will be gone and what stands is said before; who is the head names the next one. */
export function Erase({ me, onClose }: { me: Me; onClose: () => void }) {
  const { run, busy, refusal } = useWrite('household.eraseMyself');
  const leaders = leadersAfter(me);
  const [nextHeadId, setNextHeadId] = useState('');
  const erase = async () => {
    if (!(await run(nextHeadId ? { nextHeadId } : {}))) return;
    await reloadMe();
    startAt('pages/home');
  };
  return (
    <View className="stack">
      <WillHappen title="删除我的资料以后" lines={STANDS} />
      {leaders.length > 0 && (
        <List label="谁接着当户主">
          {leaders.map(({ residentId, name }) => (
            <Checkbox
              key={residentId}
              role="radio"
              words={`${name}接着当户主`}
              checked={residentId === nextHeadId}
              onChange={() => setNextHeadId(residentId)}
            />
          ))}
        </List>
      )}
      <RefusalAlert refusal={refusal} onRetry={() => void erase()} />
      <Button wide onTap={onClose}>
        先不删
      </Button>
      <Button
        kind="danger"
        wide
        busy={busy}
        blocked={leaders.length > 0 && !nextHeadId ? '先选谁接着当户主' : undefined}
        onTap={() => void erase()}
      >
        删除我的资料，不再找回
      </Button>
    </View>
  );
}
