import { View } from '@tarojs/components';
import { useState } from 'react';
import { COUNTED_PER_MAX, SENTENCE_MAX, TITLE_MAX } from '../../../cloudfunctions/values/limits';
import { useWrite } from '../../api/use-write';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Field } from '../../components/field';
import { Heading } from '../../components/heading';
import { RefusalAlert } from '../../components/refusal-alert';
import { Segments } from '../../components/segments';
import { type Basis, basisOf, EMPTY_BASIS, toSent } from './basis';
import { BasisForm } from './basis-form';
import { HOLDERS, type Item } from './item-words';
import type { Catalogue } from './use-catalogue';

interface Words {
  readonly name: string;
  readonly category: string;
  readonly points: string;
  readonly countedPer: string;
  readonly evidence: string;
  readonly holderKind: Item['holderKind'];
}
const wordsOf = (item: Item | undefined): Words => ({
  name: item?.name ?? '',
  category: item?.category ?? '',
  points: item ? String(item.points) : '',
  countedPer: item?.countedPer ?? '次',
  evidence: item?.evidence ?? '',
  holderKind: item?.holderKind ?? 'resident',
});

function problemOf({ name, category, points, countedPer }: Words, basis: Basis): string | undefined {
  if (!name.trim() || !category.trim() || !countedPer.trim()) return '名称、类别和怎么计都要填';
  if (!/^[1-9]\d{0,4}$/.test(points)) return '分值要填 1 以上的整数';
  const sent = toSent(basis);
  return typeof sent === 'string' ? sent : undefined;
}

function WordFields({ words, onChange }: { words: Words; onChange: (words: Words) => void }) {
  const set = (key: keyof Words) => (value: string) => onChange({ ...words, [key]: value });
  return (
    <View className="stack">
      <Field
        label="做了什么事"
        value={words.name}
        onInput={set('name')}
        maxLength={TITLE_MAX}
        example="例如：清洁家园"
      />
      <Field label="类别" value={words.category} onInput={set('category')} maxLength={TITLE_MAX} />
      <View className="catalogue-caps">
        <Field label="分值" kind="number" value={words.points} onInput={set('points')} maxLength={5} />
        <Field
          label="每什么计一回"
          value={words.countedPer}
          onInput={set('countedPer')}
          maxLength={COUNTED_PER_MAX}
          example="次"
        />
      </View>
      <Field
        label="要什么证明"
        value={words.evidence}
        onInput={set('evidence')}
        maxLength={SENTENCE_MAX}
        hint="不要就空着"
      />
      <Segments
        label="记给谁"
        items={HOLDERS}
        chosen={words.holderKind}
        onChoose={(holderKind) => onChange({ ...words, holderKind })}
      />
    </View>
  );
}

/** An item is drafted, or a new version of one; nothing counts before it is published. */
export function ItemForm({ catalogue, item, onDone }: { catalogue: Catalogue; item?: Item; onDone: () => void }) {
  const { run, busy, refusal } = useWrite('catalogue.draftItem');
  const [words, setWords] = useState(() => wordsOf(item));
  const [basis, setBasis] = useState(() => (item ? basisOf(item) : EMPTY_BASIS));
  const { unitId, sources, list } = catalogue;
  const save = async () => {
    const sent = toSent(basis);
    if (!unitId || typeof sent === 'string') return;
    const done = await run({
      ...(item && { itemId: item.itemId }),
      unitId,
      name: words.name.trim(),
      category: words.category.trim(),
      points: Number(words.points),
      countedPer: words.countedPer.trim(),
      evidence: words.evidence.trim(),
      holderKind: words.holderKind,
      ...sent,
      caps: sent.caps ?? {},
      policyDocumentId: basis.policyDocumentId ?? null,
      guidelineItemId: basis.guidelineItemId ?? null,
      programmeId: basis.programmeId ?? null,
    });
    if (!done) return;
    onDone();
    catalogue.choose('draft');
    catalogue.setTold(`“${words.name.trim()}”存进了草稿，发布以后才算数`);
    await list.reload();
  };
  return (
    <Card className="stack">
      <Heading level={2} size="t-title" className="strong">
        {item ? `改“${item.name}”` : '新建积分项目'}
      </Heading>
      {item?.state === 'published' && <View className="t-sub">改好先存成草稿，发布以后才换。已记的积分不变。</View>}
      <WordFields words={words} onChange={setWords} />
      <BasisForm basis={basis} sources={sources} onChange={setBasis} />
      <RefusalAlert refusal={refusal} onRetry={() => void save()} />
      <Button wide busy={busy} blocked={problemOf(words, basis)} onTap={() => void save()}>
        存成草稿
      </Button>
    </Card>
  );
}
