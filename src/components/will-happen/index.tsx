import { View } from '@tarojs/components';
import { Alert } from '../alert';

/** Said before the button: what it will do, and what stays as it is. */
export function WillHappen({ title = '这样做以后', lines }: { title?: string; lines: readonly string[] }) {
  return (
    <Alert kind="info" title={title}>
      <View className="stack">
        {lines.map((line) => (
          <View key={line}>{line}</View>
        ))}
      </View>
    </Alert>
  );
}
