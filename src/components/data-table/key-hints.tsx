import { Text, View } from '@tarojs/components';

export interface Hint {
  readonly keys: readonly string[];
  readonly words: string;
}

/** Which keys do what, in one line below a table; a phone has none. */
export function KeyHints({ hints, note }: { hints: readonly Hint[]; note?: string }) {
  return (
    <View className="key-hints only-screen t-cap">
      {hints.map(({ keys, words }) => (
        <View key={words} className="key-hints-one">
          {keys.map((key) => (
            <Text key={key} className="key-hints-key">
              {key}
            </Text>
          ))}
          <Text>{words}</Text>
        </View>
      ))}
      {note && <View className="key-hints-note">{note}</View>}
    </View>
  );
}
