import { View } from '@tarojs/components';
import { Dialog } from '../../components/dialog';
import type { Way } from './keys';

function Line({ keys, words }: { keys: readonly string[]; words: string }) {
  return (
    <View className="workbench-help-line">
      <View className="workbench-letters">
        {keys.map((key) => (
          <View key={key} className="key-hints-key">
            {key}
          </View>
        ))}
      </View>
      <View>{words}</View>
    </View>
  );
}

/** Every key and what it does. */
export function Help({ open, onClose, ways }: { open: boolean; onClose: () => void; ways: readonly Way[] }) {
  return (
    <Dialog title="全部快捷键" open={open} onClose={onClose}>
      <View className="workbench-help">
        <Line keys={['/']} words="找人、户" />
        <Line keys={['F']} words="发积分" />
        {ways.map(({ key, letter, word }) => (
          <Line key={key} keys={['G', letter.toUpperCase()]} words={word} />
        ))}
        <Line keys={['?']} words="看全部快捷键" />
        <Line keys={['Esc']} words="关掉" />
      </View>
    </Dialog>
  );
}
