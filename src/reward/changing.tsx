import { View } from '@tarojs/components';
import { useState } from 'react';
import { businessDate } from '../../cloudfunctions/values/dates';
import { TITLE_MAX } from '../../cloudfunctions/values/limits';
import type { RequestFor } from '../api';
import { EndForm, WhyFoot, whyProblem } from '../catalogue/why-foot';
import { Button } from '../components/button';
import { Card } from '../components/card';
import { Facts } from '../components/facts';
import { Field } from '../components/field';
import { isWritten, unless } from '../components/form/checks';
import { useForm } from '../components/form/use-form';
import { Heading } from '../components/heading';
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

function Rename({ name, writing, send, onDone, onLeave }: Props & { onLeave: () => void }) {
  const form = useForm({
    begin: { called: '', because: '' },
    problemsIn: ({ called, because }) => ({
      called: unless(isWritten(called) && called.trim() !== name, '先写新的名称'),
      because: whyProblem(because),
    }),
    writing,
    send: ({ called, because }) => send({ change: { what: 'renamed', name: called.trim() }, because: because.trim() }),
    onDone: (_, { called }) => onDone(`“${name}”改叫“${called.trim()}”了`),
    named: { name: 'called' },
  });
  return (
    <View className="stack">
      <Field {...form.field('called')} label="改叫什么" maxLength={TITLE_MAX} />
      <WhyFoot form={form} leave="不改了" word="改名" onLeave={onLeave} />
    </View>
  );
}

/** A kind of reward or a thing of the shelf: what is known of it, what was changed about it, and the ways to change it. */
export function ChangePanel(props: Props) {
  const { name, facts, changes, may, endWords, writing, send, onDone } = props;
  const [deed, turnTo] = useState<Deed>();
  const leave = () => turnTo(undefined);
  return (
    <Card className="stack">
      <Heading level={2} size="t-title" className="strong">
        {name}
      </Heading>
      <Facts items={[...facts, ...changes.map(changeFact)]} />
      {may &&
        (deed === 'renamed' ? (
          <Rename {...props} onLeave={leave} />
        ) : deed === 'ended' ? (
          <EndForm
            {...{ endWords, writing }}
            send={(because) => send({ change: { what: 'ended' }, because })}
            onDone={() => onDone(`“${name}”停了`)}
            onLeave={leave}
          />
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
