import { View } from '@tarojs/components';
import { useState } from 'react';
import { inGroups } from '../../../cloudfunctions/values/codes';
import { copyText } from '../../device/copy-text';
import { type Shared, shareText } from '../../device/save-text';
import { Button } from '../button';
import { describe } from '../tappable/semantics';
import './index.scss';

interface Props {
  /** What it is: 券码, 邀请码. */
  name: string;
  /** As it is typed; with blanks in it, it stays grouped as it is. */
  code: string;
  /** What goes along when it is handed on: a sentence, with the code in it. Without it there is no handing on. */
  share?: string;
  /** Numbers and letters that one compares, and nobody types. */
  small?: boolean;
}

const TOLD: Readonly<Record<Shared, string>> = {
  shared: '交给你选的人了。',
  copied: '拷好了，去聊天里粘贴给他。',
  neither: '这台设备不让拷贝，请照着抄一遍。',
};

/** A code that somebody types or compares: in groups, to be copied and handed on. */
export function ShownCode({ name, code, share, small = false }: Props) {
  const [told, tell] = useState<string>();
  const copy = async () => tell((await copyText(code.replace(/\s/g, ''))) ? `${name}拷好了。` : TOLD.neither);
  const handOn = async (words: string) => tell(TOLD[await shareText(name, words)]);
  return (
    <View className="shown-code">
      <View
        className={`shown-code-key${small ? ' shown-code-small' : ''}`}
        {...describe({ role: 'img', label: `${name} ${[...code.replace(/\s/g, '')].join(' ')}` })}
      >
        {inGroups(code)}
      </View>
      <View className="shown-code-ways only-screen">
        <Button small label={`拷贝${name}`} onTap={() => void copy()}>
          拷贝
        </Button>
        {share && (
          <Button small icon="share" label={`把${name}发给别人`} onTap={() => void handOn(share)}>
            发给别人
          </Button>
        )}
      </View>
      {told && (
        <View className="t-sub" {...describe({ live: true })}>
          {told}
        </View>
      )}
    </View>
  );
}
