import { View } from '@tarojs/components';
import { useState } from 'react';
import { SENTENCE_MAX } from '../../../cloudfunctions/values/limits';
import { Button } from '../../components/button';
import { Field } from '../../components/field';

interface Props {
  /** For readers: of several such questions on a page, this one. */
  about: string;
  yes: { word: string; busy: boolean; onTap: () => void };
  /** Its first tap asks why, in words; its second sends them. */
  no: { word: string; busy: boolean; asks: string; missing: string; hint?: string; onTap: (because: string) => void };
}

/** What the second person answers: it is right, or it is not and why. */
export function Decide({ about, yes, no }: Props) {
  const [why, setWhy] = useState<string>();
  return (
    <>
      {why !== undefined && (
        <Field
          label={no.asks}
          value={why}
          onInput={setWhy}
          maxLength={SENTENCE_MAX}
          {...(no.hint && { hint: no.hint })}
        />
      )}
      <View className="button-pair">
        <Button
          busy={no.busy}
          label={about}
          blocked={why === '' ? no.missing : undefined}
          onTap={() => (why === undefined ? setWhy('') : no.onTap(why))}
        >
          {no.word}
        </Button>
        <Button busy={yes.busy} label={about} onTap={yes.onTap}>
          {yes.word}
        </Button>
      </View>
    </>
  );
}
