import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useWide } from '../../theme/use-wide';
import { leaveBegun } from '../leaving/use-begun';
import { Screen, type ScreenProps } from '../screen';

interface Props extends ScreenProps {
  list: ReactNode;
  /** What is opened of it; nothing while nothing is. */
  detail: ReactNode;
  /** At a desk while nothing is opened. */
  beside?: ReactNode;
  /** From the detail to the list, on a phone. */
  onClose: () => void;
}

/** A page with a list and what is opened of it: beside each other at a desk; on a phone the one takes the other's place. */
export function ListAndDetail({ list, detail, beside, onClose, onBack, ...screen }: Props) {
  const wide = useWide();
  const aside = detail || (wide && beside);
  const back = detail && !wide ? onClose : onBack;
  return (
    <Screen {...screen} onBack={back && (() => leaveBegun(back))}>
      {!aside && list}
      {aside && !wide && aside}
      {aside && wide && (
        <View className="columns">
          {list}
          {aside}
        </View>
      )}
    </Screen>
  );
}
