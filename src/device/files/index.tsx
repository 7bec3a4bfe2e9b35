import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';
import { sentenceFor } from '../../words/refusals';
import { type ChosenFile, chooseWeChatFile, EXCEL_ENDINGS, type FileProblem } from './choose-file';
import './index.scss';
import { readBrowserFile } from './read-browser-file';

export type { ChosenFile } from './choose-file';

interface Props {
  /** Says what is chosen: 选花名册文件. */
  children: string;
  kind?: 'primary' | 'line';
  busy?: boolean;
  onChosen: (file: ChosenFile) => void;
}

const SAID: Readonly<Record<FileProblem, ReturnType<typeof sentenceFor>>> = {
  empty: sentenceFor('FILE_EMPTY'),
  tooLarge: sentenceFor('FILE_TOO_LARGE'),
  unreadable: { what: '这个文件打不开。', next: '请关掉正在用它的软件，再选一次。' },
};

function Problem({ problem }: { problem: FileProblem }) {
  const { what, next } = SAID[problem];
  return (
    <Alert kind="refused" title={what}>
      {next}
    </Alert>
  );
}

/** Chooses an Excel file: from the disk on the web, from a chat on WeChat. The same file may be chosen again. */
export function FileButton({ children, kind = 'line', busy = false, onChosen }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<FileProblem>();
  const web = process.env.TARO_ENV === 'h5';
  const take = (file: ChosenFile | FileProblem | undefined) => {
    setProblem(typeof file === 'string' ? file : undefined);
    if (typeof file === 'object') onChosen(file);
  };
  return (
    <View className="stack">
      {problem && <Problem problem={problem} />}
      {web && (
        <input
          ref={input}
          className="file-input"
          type="file"
          accept={EXCEL_ENDINGS.map((ending) => `.${ending}`).join(',')}
          tabIndex={-1}
          aria-hidden="true"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) void readBrowserFile(file).then(take);
            event.target.value = '';
          }}
        />
      )}
      <Button
        wide
        kind={kind}
        icon="upload"
        busy={busy}
        onTap={() => (web ? input.current?.click() : void chooseWeChatFile().then(take))}
      >
        {children}
      </Button>
    </View>
  );
}
