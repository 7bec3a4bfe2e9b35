import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ChosenFile } from '../../device/files';
import { type HeadingPlace, type Note, noted } from '../../device/noted';
import { CAN_SAVE_SHEETS, saveBytes, saveTemplate, type TemplateName } from '../../device/sheet';
import { Alert } from '../alert';
import { Button } from '../button';
import './index.scss';

type Told = 'saved' | 'failed' | undefined;

/** One thing at a time, and what became of it. */
function useSaving(save: () => Promise<boolean>) {
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<Told>();
  const run = async () => {
    setBusy(true);
    setTold(undefined);
    setTold((await save()) ? 'saved' : 'failed');
    setBusy(false);
  };
  return { busy, told, run: () => void run() };
}

const NOT_SAVED = (
  <Alert kind="refused" title="没能存下来">
    看看网络，再点一次。
  </Alert>
);

/** An empty form to fill in, for whoever has no sheet yet; where none can be saved, a sentence that says where it is to be had. */
export function TemplateButton({ name, children }: { name: TemplateName; children: string }) {
  const { busy, told, run } = useSaving(() => saveTemplate(name));
  if (!CAN_SAVE_SHEETS)
    return (
      <View className="t-sub">还没有表？在电脑上用网页打开这一页，能下载模板；填好发给自己，在微信里也能选。</View>
    );
  return (
    <View className="stack">
      <Button wide icon="save" busy={busy} onTap={run}>
        {children}
      </Button>
      {told === 'saved' && (
        <Alert kind="done" title="模板存下来了">
          照着示例，从下一行填起；填好存盘，再在这里选它。
        </Alert>
      )}
      {told === 'failed' && NOT_SAVED}
    </View>
  );
}

export interface ToNote {
  readonly notes: readonly Note[];
  readonly headings: readonly HeadingPlace[];
}

/** Ends with what it was called, so that it is found beside the first one. */
const nameOf = (file: ChosenFile) => `${file.name.replace(/\.xlsx?$/i, '')}（带批注）.xlsx`;

/** Their own workbook with a column of what is to be mended. `ask` brings all of it, also what has not been shown; undefined: it did not come. */
export function NotedButton({ file, ask }: { file: ChosenFile; ask: () => Promise<ToNote | undefined> }) {
  const { busy, told, run } = useSaving(async () => {
    const asked = await ask();
    const bytes = asked && (await noted(file.bytes, asked.notes, asked.headings));
    return bytes ? saveBytes(nameOf(file), bytes) : false;
  });
  if (!CAN_SAVE_SHEETS) return null;
  return (
    <View className="stack">
      <Button icon="save" busy={busy} onTap={run}>
        带批注的原表
      </Button>
      {told === 'saved' && (
        <Alert kind="done" title="存下来了，还是你的表">
          最后多了一列“要改什么”。照着改好，再来导一次；已经收的不会重复。
        </Alert>
      )}
      {told === 'failed' && NOT_SAVED}
    </View>
  );
}
