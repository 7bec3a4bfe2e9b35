import { View } from '@tarojs/components';
import { describe } from '../tappable/semantics';

/** The first letter of a name, whole: 𠮷 is two halves to a phone, and one letter. */
export const initialOf = (name: string): string => Array.from(name)[0] ?? '';

/** The disc with a person's initial. It says nothing that the name beside it does not. */
export function Face({ name }: { name: string }) {
  return (
    <View className="face" {...describe({ hidden: true })}>
      {initialOf(name)}
    </View>
  );
}
