import { View } from '@tarojs/components';
import { useRead } from '../api/use-read';
import { Answer } from '../components/answer';
import { Dialog } from '../components/dialog';
import { QrCode } from '../components/qr-code';
import { timeWords } from '../words/dates';

interface Props {
  open: boolean;
  onClose: () => void;
  /** Somebody for whom the caller acts; the caller when left out. */
  of?: { readonly residentId: string; readonly name: string };
}

/** For staff to scan at an event: who this is, for five minutes. */
export function MyCode({ open, onClose, of }: Props) {
  const code = useRead('household.personalCode', open ? (of ? { residentId: of.residentId } : {}) : null, 240_000);
  const title = of ? `${of.name}的码` : '我的码';
  return (
    <Dialog title={title} open={open} onClose={onClose}>
      <Answer of={code} failed="没能出码" rows={2}>
        {({ qr, expiresAtMs }) => (
          <View className="centred stack">
            <QrCode text={qr} size={260} label={title} />
            <View className="t-sub">给现场的工作人员扫，{timeWords(expiresAtMs)} 前有效，会自己换新的。</View>
          </View>
        )}
      </Answer>
    </Dialog>
  );
}
