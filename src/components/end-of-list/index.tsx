import { View } from '@tarojs/components';
import './index.scss';

/** A list says where it ends: 就这些了. */
export function EndOfList({ children = '就这些了' }: { children?: string }) {
  return <View className="end-of-list t-cap">{children}</View>;
}
