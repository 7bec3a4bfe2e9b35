import { View } from '@tarojs/components';
import { useRef } from 'react';
import { Button } from '../../components/button';
import { readFile } from './read-picture';
import './scanner.scss';

/** The picture of a code, chosen from the device; on the web. */
export function PictureButton({ onText }: { onText: (text: string | null) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <View>
      <input
        ref={input}
        className="scan-picture"
        type="file"
        accept="image/*"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void readFile(file).then(onText);
          event.target.value = '';
        }}
      />
      <Button wide icon="picture" onTap={() => input.current?.click()}>
        选一张照片
      </Button>
    </View>
  );
}
