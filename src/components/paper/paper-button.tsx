import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Refused } from '../../api';
import { CAN_SAVE_SHEETS } from '../../device/sheet';
import { Alert } from '../alert';
import { Button } from '../button';
import { RefusalAlert } from '../refusal-alert';
import { printPaper } from './print-paper';
import type { Paper } from './sheets';

export type Drawn = { readonly ok: true; readonly data: Paper } | Refused;

/** What became of a form that was to be printed. */
export function usePrinting(draw: () => Promise<Drawn>) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refused>();
  const [missing, setMissing] = useState(false);
  const print = async () => {
    setBusy(true);
    const drawn = await draw();
    setRefusal(drawn.ok ? undefined : drawn);
    setMissing(drawn.ok && !(await printPaper(drawn.data)));
    setBusy(false);
  };
  return { busy, refusal, missing, print: () => void print() };
}
export type Printing = ReturnType<typeof usePrinting>;

/** WeChat prints nothing: there it is not offered. */
export function PaperButton({ printing, children }: { printing: Printing; children: string }) {
  if (!CAN_SAVE_SHEETS) return null;
  return (
    <Button small icon="print" busy={printing.busy} onTap={printing.print}>
      {children}
    </Button>
  );
}

export function PaperTold({ printing }: { printing: Printing }) {
  if (!printing.refusal && !printing.missing) return null;
  return (
    <View className="only-screen">
      <RefusalAlert refusal={printing.refusal} onRetry={printing.print} />
      {printing.missing && (
        <Alert kind="refused" title="没能打印">
          看看网络，再点一次。
        </Alert>
      )}
    </View>
  );
}
