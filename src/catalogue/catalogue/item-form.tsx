import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { COUNTED_PER_MAX, SENTENCE_MAX, TITLE_MAX } from '../../../cloudfunctions/values/limits';
import { useWrite } from '../../api/use-write';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { ChoiceError } from '../../components/choice-error';
import { Field } from '../../components/field';
import { isWritten, unless } from '../../components/form/checks';
import { type PartOf, useForm } from '../../components/form/use-form';
import { Heading } from '../../components/heading';
import { RefusalAlert } from '../../components/refusal-alert';
import { Segments } from '../../components/segments';
import { type Basis, basisOf, EMPTY_BASIS, toSent } from './basis';
import { BasisForm } from './basis-form';
import { HOLDERS, type Item } from './item-words';
import type { Catalogue } from './use-catalogue';
import { EMPTY_WORTH, worthOf, worthProblem, worthSent } from './worth';
import { WorthForm } from './worth-form';

const wordsOf = (item: Item | undefined) => ({
  name: item?.name ?? '',
  category: item?.category ?? '',
  worth: item ? worthOf(item) : EMPTY_WORTH,
  countedPer: item?.countedPer ?? '次',
  condition: item?.condition ?? '',
  evidence: item?.evidence ?? '',
  holderKind: item?.holderKind ?? 'resident',
});
type Words = ReturnType<typeof wordsOf>;

function problemsIn({ name, category, worth, countedPer, basis }: Words & { basis: Basis }) {
  const sent = toSent(basis);
  return {
    name: unless(isWritten(name), '先写做了什么事'),
    category: unless(isWritten(category), '再写类别'),
    worth: worthProblem(worth),
    countedPer: unless(isWritten(countedPer), '再写每什么计一回'),
    basis: typeof sent === 'string' ? sent : undefined,
  };
}

function WordFields({ form, worth }: { form: PartOf<Words>; worth: ReactNode }) {
  return (
    <View className="stack">
      <Field {...form.field('name')} label="做了什么事" maxLength={TITLE_MAX} example="例如：清洁家园" />
      <Field {...form.field('category')} label="类别" maxLength={TITLE_MAX} />
      {worth}
      <Field {...form.field('countedPer')} label="每什么计一回" maxLength={COUNTED_PER_MAX} example="次" />
      <Field
        {...form.field('condition')}
        label="条件"
        maxLength={SENTENCE_MAX}
        example="例如：满3次；65岁以上"
        hint="没有就空着；写了的，发积分时看得到"
      />
      <Field {...form.field('evidence')} label="要什么证明" maxLength={SENTENCE_MAX} hint="不要就空着" />
      <Segments
        label="记给谁"
        items={HOLDERS}
        chosen={form.values.holderKind}
        onChoose={(holderKind) => form.change({ holderKind })}
      />
    </View>
  );
}

/** An item is drafted, or a new version of one; nothing counts before it is published. */
export function ItemForm({ catalogue, item, onDone }: { catalogue: Catalogue; item?: Item; onDone: () => void }) {
  const { run, ...writing } = useWrite('catalogue.draftItem');
  const { unitId, sources, list } = catalogue;
  const form = useForm({
    begin: { ...wordsOf(item), basis: item ? basisOf(item) : EMPTY_BASIS },
    problemsIn,
    writing,
    send: async ({ basis, ...words }) => {
      const sent = toSent(basis);
      if (!unitId || typeof sent === 'string') return undefined;
      return run({
        ...(item && { itemId: item.itemId }),
        unitId,
        name: words.name.trim(),
        category: words.category.trim(),
        ...worthSent(words.worth),
        condition: words.condition.trim(),
        countedPer: words.countedPer.trim(),
        evidence: words.evidence.trim(),
        holderKind: words.holderKind,
        ...sent,
        caps: sent.caps ?? {},
        ceilings: sent.ceilings ?? {},
        policyDocumentId: basis.policyDocumentId ?? null,
        guidelineItemId: basis.guidelineItemId ?? null,
        programmeId: basis.programmeId ?? null,
      });
    },
    onDone: (_, { name }) => {
      onDone();
      catalogue.choose('draft');
      catalogue.setTold(`“${name.trim()}”存进了草稿，发布以后才算数`);
      return list.reload();
    },
  });
  return (
    <Card className="stack">
      <Heading level={2} size="t-title" className="strong">
        {item ? `改“${item.name}”` : '新建积分项目'}
      </Heading>
      {item?.state === 'published' && <View className="t-sub">改好先存成草稿，发布以后才换。已记的积分不变。</View>}
      <WordFields
        form={form}
        worth={
          <>
            <ChoiceError {...form.choice('worth')} />
            <WorthForm worth={form.values.worth} onChange={form.set('worth')} />
          </>
        }
      />
      <ChoiceError {...form.choice('basis')} />
      <BasisForm basis={form.values.basis} sources={sources} onChange={form.set('basis')} />
      <RefusalAlert {...form.alert} />
      <Button wide {...form.button}>
        存成草稿
      </Button>
    </Card>
  );
}
