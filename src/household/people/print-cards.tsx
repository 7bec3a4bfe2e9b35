import { Button } from '../../components/button';
import { CAN_SAVE_SHEETS } from '../../device/sheet';
import { type AskedCards, goToPrint } from '../card-print/asked-cards';

/** Of those who are chosen, on sheets. WeChat prints nothing: there it is not offered. */
export function PrintCards({ asked }: { asked: AskedCards }) {
  if (!CAN_SAVE_SHEETS) return null;
  return (
    <Button small icon="print" onTap={() => goToPrint(asked)}>
      打印积分卡
    </Button>
  );
}
