import { View } from '@tarojs/components';
import { useState } from 'react';
import { SENTENCE_MAX } from '../../../cloudfunctions/values/limits';
import { useWrite } from '../../api/use-write';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Facts } from '../../components/facts';
import { Field } from '../../components/field';
import { isWritten, unless } from '../../components/form/checks';
import { useForm } from '../../components/form/use-form';
import { Heading } from '../../components/heading';
import { RefusalAlert } from '../../components/refusal-alert';
import { limitsWords, worthWords } from '../../words/worth';
import { ItemForm } from './item-form';
import { HOLDERS, type Item, lackWords } from './item-words';
import type { Catalogue } from './use-catalogue';

const RETIRED = {
  published: {
    word: '停用这一项',
    words: '停用以后不能再用它发积分，以前记的都还在。',
    example: '例如：和别的项目合并了',
  },
  draft: { word: '不要这份草稿', words: '这一项就不发布了，会放到“停用”里。', example: '例如：法律本来就要求做的' },
} as const;

/** Taken out of use, or a draft that is not to become anything: kept, with why. */
function Retire({ catalogue, item }: { catalogue: Catalogue; item: Item }) {
  const { word, words, example } = RETIRED[item.state === 'draft' ? 'draft' : 'published'];
  const { run, ...writing } = useWrite('catalogue.retireItem');
  const [asked, setAsked] = useState(false);
  const form = useForm({
    begin: { because: '' },
    problemsIn: ({ because }) => ({ because: unless(isWritten(because), '先写一句为什么') }),
    writing,
    send: ({ because }) => run({ itemId: item.itemId, because: because.trim() }),
    onDone: () => {
      catalogue.open(undefined);
      catalogue.setTold(`“${item.name}”停用了${item.state === 'draft' ? '' : '，以前记的积分都还在'}`);
      return catalogue.list.reload();
    },
  });
  if (!asked)
    return (
      <Button kind="quiet" onTap={() => setAsked(true)}>
        {word}
      </Button>
    );
  return (
    <View className="stack">
      <View>{words}</View>
      <Field {...form.field('because')} label="为什么停用" maxLength={SENTENCE_MAX} example={example} />
      <RefusalAlert {...form.alert} />
      <Button kind="danger" {...form.button}>
        停用
      </Button>
    </View>
  );
}

function ItemFacts({ catalogue, item }: { catalogue: Catalogue; item: Item }) {
  const duty = item.legalDuty;
  const lacks = lackWords(item, catalogue.sources.data?.guidelines);
  return (
    <Facts
      items={[
        { term: '分值', value: worthWords(item) },
        ...(item.condition ? [{ term: '条件', value: item.condition }] : []),
        { term: '类别', value: item.category },
        { term: '记给谁', value: HOLDERS.find(({ key }) => key === item.holderKind)?.word ?? '' },
        { term: '上限', value: limitsWords(item) || '还没定' },
        { term: '依据', value: item.policyDocumentNumber ?? '还没选' },
        ...(item.programmeName ? [{ term: '品牌', value: item.programmeName }] : []),
        {
          term: '法律义务',
          value: duty ? (duty.isDuty ? '是' : '不是') : '还没回答',
          ...(duty && { note: duty.reason }),
        },
        ...(item.evidence ? [{ term: '要什么证明', value: item.evidence }] : []),
        ...(item.state === 'draft' && lacks ? [{ term: '还差', value: lacks }] : []),
      ]}
    />
  );
}

/** One item: as it stands, to be changed, or to be taken out of use. */
export function ItemPanel({ catalogue, item }: { catalogue: Catalogue; item: Item }) {
  const [editing, setEditing] = useState(item.state === 'draft');
  if (editing)
    return (
      <View className="stack">
        <ItemForm
          catalogue={catalogue}
          item={item}
          onDone={() => {
            setEditing(false);
            catalogue.open(undefined);
          }}
        />
        {item.state === 'draft' && catalogue.mayPublish && <Retire catalogue={catalogue} item={item} />}
      </View>
    );
  return (
    <Card className="stack">
      <Heading level={2} size="t-title" className="strong">
        {item.name}
      </Heading>
      <ItemFacts catalogue={catalogue} item={item} />
      {item.state !== 'retired' && (
        <Button icon="edit" onTap={() => setEditing(true)}>
          改这一项
        </Button>
      )}
      {item.state === 'published' && catalogue.mayPublish && <Retire catalogue={catalogue} item={item} />}
    </Card>
  );
}
