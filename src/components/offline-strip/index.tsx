import { View } from '@tarojs/components';
import { useAppFacts } from '../../app-facts';
import { Icon } from '../icon';
import { Tappable } from '../tappable';
import { describe } from '../tappable/semantics';
import './index.scss';

interface Props {
  /** Opens the queue of what waits; without it the strip only tells. */
  onOpen?: (() => void) | undefined;
}

/** Tells that the network is gone and what waits on this device. */
export function OfflineStrip({ onOpen }: Props) {
  const { online, queued } = useAppFacts();
  if (online) return null;
  const words = queued > 0 ? `现在没有网络 · ${queued} 条待上传` : '现在没有网络，连上后再试';
  const face = (
    <>
      <Icon name="offline" />
      <View className="grow">{words}</View>
    </>
  );
  if (!onOpen) {
    return (
      <View className="offline-strip" {...describe({ role: 'status' })}>
        {face}
      </View>
    );
  }
  return (
    <View {...describe({ role: 'status' })}>
      <Tappable className="offline-strip" onTap={onOpen} label={`${words}，点开查看`}>
        {face}
        <Icon name="forward" size={20} />
      </Tappable>
    </View>
  );
}
