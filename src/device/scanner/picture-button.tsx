import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';
import { readFile } from './read-picture';
import './scanner.scss';

/** The picture of a code, chosen from the device; on the web. */
export function PictureButton({ onText }: { onText: (text: string | null) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [failed, setFailed] = useState(false);
  const look = async (file: File) => {
    setFailed(false);
    try {
      onText(await readFile(file));
    } catch {
      setFailed(true);
    }
  };
  return (
    <View className="stack">
      {failed && (
        <Alert kind="refused" title="没能看这张照片。">
          可能是网络断了一下。照片没有传出去，再选一次就行。
        </Alert>
      )}
      <input
        ref={input}
        className="scan-picture"
        type="file"
        accept="image/*"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void look(file);
          event.target.value = '';
        }}
      />
      <Button wide icon="picture" onTap={() => input.current?.click()}>
        选一张照片
      </Button>
    </View>
  );
}
