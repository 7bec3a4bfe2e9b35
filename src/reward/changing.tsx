import { View } from '@tarojs/components';
import { useState } from 'react';
import { businessDate } from '../../cloudfunctions/values/dates';
import { SENTENCE_MAX, TITLE_MAX } from '../../cloudfunctions/values/limits';
import type { RequestFor } from '../api';
import { Button } from '../components/button';
import { Card } from '../components/card';
import { Facts } from '../components/facts';
import { Field } from '../components/field';
import { isWritten, unless } from '../components/form/checks';
import { useForm } from '../components/form/use-form';
import { Heading } from '../components/heading';
import { RefusalAlert } from '../components/refusal-alert';
import { fullDayWords } from '../words/dates';

type Asked = Pick<RequestFor<'reward.changeGoods'>, 'change' | 'because'>;
type Writing = Parameters<typeof useForm>[0]['writing'];

interface Changed {
  readonly what: 'renamed' | 'ended';
  readonly before: string;
  readonly because: string;
  readonly byName: string;
  readonly atMs: number;
}
interface Props {
  name: string;
  /** What is known of it beside its name. */
  facts: readonly { readonly term: string; readonly value: string }[];
  changes: readonly Changed[];
  /** Whether it may be changed by whom it is shown to. */
  may: boolean;
  /** What ending it means, before it is done. */
  endWords: string;
  writing: Writing;
  send: (asked: Asked) => Promise<unknown>;
  onDone: (words: string) => void;
}

const changeFact = ({ what, before, because, byName, atMs }: Changed) => ({
  term: fullDayWords(businessDate(atMs)),
  value: what === 'renamed' ? `改了名，以前叫“${before}”` : '停了',
  note: `${because} · 经办 ${byName}`,
});

type Deed = 'renamed' | 'ended';

function ChangeForm({
  deed,
  name,
  endWords,
  writing,
  send,
  onDone,
  onLeave,
}: Props & { deed: Deed; onLeave: () => void }) {
  const isEnding = deed === 'ended';
  const form = useForm({
    begin: { called: isEnding ? name : '', because: '' },
    problemsIn: ({ called, because }) => ({
      called: unless(isWritten(called) && (isEnding || called.trim() !== name), '先写新的名称'),
      because: unless(isWritten(because), '先写为什么'),
    }),
    writing,
    send: ({ called, because }) =>
      send({
        change: isEnding ? { what: 'ended' } : { what: 'renamed', name: called.trim() },
        because: because.trim(),
      }),
    onDone: (_, { called }) => onDone(isEnding ? `“${name}”停了` : `“${name}”改叫“${called.trim()}”了`),
    named: { name: 'called' },
  });
  return (
    <View className="stack">
      {isEnding ? <View>{endWords}</View> : <Field {...form.field('called')} label="改叫什么" maxLength={TITLE_MAX} />}
      <Field {...form.field('because')} label="为什么" maxLength={SENTENCE_MAX} hint="会和你的名字一起记下来" />
      <RefusalAlert {...form.alert} />
      <View className="row">
        <Button onTap={onLeave}>{isEnding ? '不停了' : '不改了'}</Button>
        <Button kind={isEnding ? 'danger' : 'primary'} {...form.button}>
          {isEnding ? '停用它' : '改名'}
        </Button>
      </View>
    </View>
  );
}

/** A kind of reward or a thing of the shelf: what is known of it, what was changed about it, and the ways to change it. */
export function ChangePanel(props: Props) {
  const { name, facts, changes, may } = props;
  const [deed, turnTo] = useState<Deed>();
  return (
    <Card className="stack">
      <Heading level={2} size="t-title" className="strong">
        {name}
      </Heading>
      <Facts items={[...facts, ...changes.map(changeFact)]} />
      {may &&
        (deed ? (
          <ChangeForm key={deed} {...props} deed={deed} onLeave={() => turnTo(undefined)} />
        ) : (
          <>
            <Button onTap={() => turnTo('renamed')}>改名</Button>
            <Button kind="quiet" onTap={() => turnTo('ended')}>
              停用
            </Button>
          </>
        ))}
    </Card>
  );
}
