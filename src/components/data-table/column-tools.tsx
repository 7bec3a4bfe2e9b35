import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../button';
import { Checkbox } from '../checkbox';
import { Dialog } from '../dialog';
import type { ColumnChoice } from './use-columns';

/** Which columns a table shows: chosen once, and remembered on this device. The first one says whose row it is and stays. */
export function ColumnTools({ choice }: { choice: ColumnChoice }) {
  const { all, shownKeys, isChosen, toggle, asUsual } = choice;
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button small icon="list" label="选择显示哪些列" onTap={() => setOpen(true)}>
        {`列 ${shownKeys.length}/${all.length}`}
      </Button>
      <Dialog
        title="显示哪些列"
        open={open}
        onClose={close}
        actions={
          <>
            {isChosen && <Button onTap={asUsual}>照原来的</Button>}
            <Button kind="primary" onTap={close}>
              好了
            </Button>
          </>
        }
      >
        <View className="stack">
          <View className="t-sub">没选上的列不显示，导出和打印里还有。下次打开还是这样。</View>
          {all.slice(1).map(({ key, title }) => (
            <Checkbox key={key} words={title} checked={shownKeys.includes(key)} onChange={() => toggle(key)} />
          ))}
        </View>
      </Dialog>
    </>
  );
}
