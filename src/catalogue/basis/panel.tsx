import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import type { BasisField, BasisKind } from '../../../cloudfunctions/values/basis';
import { businessDate } from '../../../cloudfunctions/values/dates';
import type { DataOf } from '../../api';
import { useRead } from '../../api/use-read';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Facts } from '../../components/facts';
import { Heading } from '../../components/heading';
import { fullDayWords } from '../../words/dates';
import { EndForm } from '../why-foot';

const FIELD_WORDS: Readonly<Record<BasisField, string>> = {
  number: '文号',
  title: '标题',
  issuer: '发文单位',
  issuedOn: '发文日期',
  name: '名称',
  category: '类别',
  pointsMin: '最少几分',
  pointsMax: '最多几分',
  countedPer: '怎么计',
  evidence: '要什么证明',
  policyDocument: '文件依据',
  aim: '为了什么',
};

type Changed = DataOf<'catalogue.basisChanges'>['changes'][number];
const wasWords = ({ field, value }: Changed['before'][number]) =>
  value === '' ? `${FIELD_WORDS[field]}原来空着` : `${FIELD_WORDS[field]}原来是“${value}”`;
const changeFact = ({ what, before, because, byName, atMs }: Changed) => ({
  term: fullDayWords(businessDate(atMs)),
  value: what === 'ended' ? '停用了' : `改过：${before.map(wasWords).join('，')}`,
  note: `${because} · 经办 ${byName}`,
});

interface Props {
  of: BasisKind;
  id: string;
  name: string;
  facts: readonly { readonly term: string; readonly value: string }[];
  /** What ending it means, before it is done. */
  endWords: string;
  writing: Parameters<typeof EndForm>[0]['writing'];
  end: (because: string) => Promise<unknown>;
  /** The form that puts it right. */
  correct: (close: () => void) => ReactNode;
  onDone: (words: string) => void;
}

/** A notice, a guideline item or a brand programme: what is known of it, what stood there before, and the ways to change it. */
export function BasisPanel({ of, id, name, facts, endWords, writing, end, correct, onDone }: Props) {
  const asked = useRead('catalogue.basisChanges', { of, id });
  const [deed, turnTo] = useState<'corrected' | 'ended'>();
  const close = () => turnTo(undefined);
  return (
    <Card className="stack">
      <Heading level={2} size="t-title" className="strong">
        {name}
      </Heading>
      <Answer of={asked} amid failed="没能打开" rows={3}>
        {({ mayChange, changes }) => (
          <View className="stack">
            <Facts items={[...facts, ...changes.map(changeFact)]} />
            {deed === 'corrected' && correct(close)}
            {deed === 'ended' && (
              <EndForm {...{ endWords, writing }} send={end} onLeave={close} onDone={() => onDone(`“${name}”停用了`)} />
            )}
            {mayChange && !deed && (
              <>
                <Button onTap={() => turnTo('corrected')}>改写错的</Button>
                <Button kind="quiet" onTap={() => turnTo('ended')}>
                  停用
                </Button>
              </>
            )}
          </View>
        )}
      </Answer>
    </Card>
  );
}
