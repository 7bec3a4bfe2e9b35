import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useRef } from 'react';
import { Button } from '../../components/button';
import './index.scss';

const WEB = process.env.TARO_ENV === 'h5';

/** From a chat, as WeChat lends files; undefined where none was chosen, or it is no text. */
async function chooseInWeChat(): Promise<string | undefined> {
  const chosen = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['json'] }).catch(() => undefined);
  const [file] = chosen?.tempFiles ?? [];
  if (!file) return undefined;
  return new Promise((resolve) => {
    Taro.getFileSystemManager().readFile({
      filePath: file.path,
      encoding: 'utf8',
      success: ({ data }) => resolve(typeof data === 'string' ? data : undefined),
      fail: () => resolve(undefined),
    });
  });
}

/** Chooses a small file of text that this app has saved before; what is in it, the page finds out. */
export function TextFileButton({ children, onChosen }: { children: string; onChosen: (text: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const fromChat = async () => {
    const text = await chooseInWeChat();
    if (text !== undefined) onChosen(text);
  };
  return (
    <View>
      {WEB && (
        <input
          ref={input}
          className="file-input"
          type="file"
          accept=".json,application/json"
          tabIndex={-1}
          aria-hidden="true"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void file.text().then(onChosen, () => onChosen(''));
            target.value = '';
          }}
        />
      )}
      <Button wide icon="upload" onTap={() => (WEB ? input.current?.click() : void fromChat())}>
        {children}
      </Button>
    </View>
  );
}
