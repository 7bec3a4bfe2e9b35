import { View } from '@tarojs/components';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';

/** What one says about two records waits for another one to see it. */
export function SentToColleague({ onClose }: { onClose: () => void }) {
  return (
    <View className="stack">
      <Alert kind="done" title="提好了，等另一位同事看">
        在工作台的“等另一位看”里，同事同意了才算数。积分和存折这时还没有动。
      </Alert>
      <Button wide onTap={onClose}>
        好
      </Button>
    </View>
  );
}
