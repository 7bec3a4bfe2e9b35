import { View } from '@tarojs/components';
import { describe } from '../tappable/semantics';
import { initialOf } from './initial';

/** The disc with a person's initial. It says nothing that the name beside it does not. */
export function Face({ name }: { name: string }) {
  return (
    <View className="face" {...describe({ hidden: true })}>
      {initialOf(name)}
    </View>
  );
}
