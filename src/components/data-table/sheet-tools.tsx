import { View } from '@tarojs/components';
import { CAN_SAVE_SHEETS } from '../../device/sheet';
import { Alert } from '../alert';
import { Button } from '../button';
import { RefusalAlert } from '../refusal-alert';
import type { SheetWays } from './use-sheet';
import './desk.scss';

/** 导出 and 打印 of the whole list. WeChat can do neither: there nothing is offered that would not come. */
export function SheetTools({ sheet }: { sheet: SheetWays }) {
  if (!CAN_SAVE_SHEETS) return null;
  return (
    <>
      <Button small icon="save" busy={sheet.busy === 'save'} onTap={() => sheet.save()}>
        导出 Excel
      </Button>
      <Button small icon="print" busy={sheet.busy === 'print'} onTap={() => sheet.print()}>
        打印
      </Button>
    </>
  );
}

/** What became of it. */
export function SheetTold({ sheet }: { sheet: SheetWays }) {
  const { refusal, saved } = sheet;
  if (!refusal && !saved) return null;
  return (
    <View className="only-screen">
      <RefusalAlert refusal={refusal} onRetry={() => sheet.save()} />
      {saved?.isDone && <Alert kind="done" title={`${saved.rows} 行都存下来了`} />}
      {saved && !saved.isDone && (
        <Alert kind="refused" title="没能存下来">
          看看网络，再点一次“导出 Excel”。
        </Alert>
      )}
    </View>
  );
}
