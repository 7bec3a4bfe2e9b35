import { View } from '@tarojs/components';
import { useRead } from '../api/use-read';
import { Answer } from '../components/answer';
import { Dialog } from '../components/dialog';
import { QrCode } from '../components/qr-code';
import { timeWords } from '../words/dates';

/** For staff to scan at an event: who this is, for five minutes. */
export function MyCode({ open, onClose }: { open: boolean; onClose: () => void }) {
  const code = useRead('household.personalCode', open ? {} : null, 240_000);
  return (
    <Dialog title="我的码" open={open} onClose={onClose}>
      <Answer of={code} failed="没能出码" rows={2}>
        {({ qr, expiresAtMs }) => (
          <View className="centred stack">
            <QrCode text={qr} size={260} label="我的码" />
            <View className="t-sub">给现场的工作人员扫，{timeWords(expiresAtMs)} 前有效，会自己换新的。</View>
          </View>
        )}
      </Answer>
    </Dialog>
  );
}
