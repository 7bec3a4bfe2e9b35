import { View } from '@tarojs/components';
import { useState } from 'react';
import { useWrite } from '../../api/use-write';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';
import { RefusalAlert } from '../../components/refusal-alert';

interface Props {
  activityId: string;
  atTheDoor: boolean;
  onRenewed: () => void;
  onChanged: () => void;
}

/** What the host does where a code has been passed on: another key, or no code at all. */
export function Keeping({ activityId, atTheDoor, onRenewed, onChanged }: Props) {
  const renewing = useWrite('activity.renewKey');
  const switching = useWrite('activity.setCheckIn');
  const [renewed, setRenewed] = useState(false);
  const renew = async () => {
    switching.clear();
    setRenewed(false);
    if (!(await renewing.run({ activityId }))) return;
    setRenewed(true);
    onRenewed();
  };
  const change = async () => {
    renewing.clear();
    setRenewed(false);
    if (await switching.run({ activityId, checkIn: atTheDoor ? 'code' : 'door' })) onChanged();
  };
  return (
    <View className="live-keeping">
      <RefusalAlert refusal={renewing.refusal} onRetry={() => void renew()} />
      <RefusalAlert refusal={switching.refusal} onRetry={() => void change()} />
      {renewed && (
        <Alert kind="done" title="换好了">
          原来的码半分钟后就不能用了。
        </Alert>
      )}
      <View className="live-keeping-row">
        {!atTheDoor && (
          <Button icon="again" busy={renewing.busy} onTap={() => void renew()}>
            换一个码
          </Button>
        )}
        <Button icon={atTheDoor ? 'code' : 'door'} busy={switching.busy} onTap={() => void change()}>
          {atTheDoor ? '改回扫码签到' : '改成门口签到'}
        </Button>
      </View>
    </View>
  );
}
