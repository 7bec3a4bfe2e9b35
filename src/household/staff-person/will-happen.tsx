import { View } from '@tarojs/components';
import { Alert } from '../../components/alert';

/** Said before the button: what it will do, and what stays as it is. */
export function WillHappen({ lines }: { lines: readonly string[] }) {
  return (
    <Alert kind="info" title="这样做以后">
      <View className="stack">
        {lines.map((line) => (
          <View key={line}>{line}</View>
        ))}
      </View>
    </Alert>
  );
}
