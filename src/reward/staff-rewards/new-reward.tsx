import { View } from '@tarojs/components';
import { useEffect } from 'react';
import {
  ABOUT_MAX,
  AGE_MAX,
  LIFETIME_MAX,
  LIMIT_MAX,
  POINTS_MAX,
  SENTENCE_MAX,
  STEPS_MAX,
  STOCK_MAX,
  TITLE_MAX,
  VALID_DAYS_MAX,
} from '../../../cloudfunctions/values/limits';
import { useRead } from '../../api/use-read';
import { useWhole } from '../../api/use-whole';
import { useWrite } from '../../api/use-write';
import { ChooseDocument } from '../../catalogue/choose-document';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Checkbox } from '../../components/checkbox';
import { toggled } from '../../components/checkbox/use-toggle';
import { ChoiceError } from '../../components/choice-error';
import { Field } from '../../components/field';
import { digitsIn } from '../../components/form/checks';
import { type Form as Editing, useForm } from '../../components/form/use-form';
import { Heading } from '../../components/heading';
import { List } from '../../components/list';
import { RefusalAlert } from '../../components/refusal-alert';
import { SectionHeader } from '../../components/section-header';
import { Segments } from '../../components/segments';
import { choicesOf } from './choices';
import { type Form, formFor, formOf, problemsIn, toAsked } from './form';
import { type Opened, PERIODS } from './kinds';
import { When } from './when';
import { WhichChoice } from './which-choice';
import { WhichKind } from './which-kind';
import { WhichThing } from './which-thing';

interface Props {
  /** Of a reward opened anew its kind and its period stay. */
  isAnew: boolean;
  form: Editing<Form>;
}

function What({ unitId, form, isAnew }: Props & { unitId: string }) {
  return (
    <View className="stack">
      {!isAnew && <WhichKind unitId={unitId} form={form} />}
      {form.values.isGoods && <WhichThing unitId={unitId} form={form} />}
      <Field {...form.field('title')} label="名称" maxLength={TITLE_MAX} />
      <Field
        {...form.field('summary')}
        label="一句话说清是什么"
        example="例如：血压、血糖、心电图"
        maxLength={SENTENCE_MAX}
      />
      <Field {...form.field('about')} kind="lines" label="再多说几句" hint="可以不填" maxLength={ABOUT_MAX} />
      {form.values.kind === 'open' && (
        <Field
          {...form.field('choices')}
          kind="lines"
          label="要选一样的，有哪几样"
          hint="一行写一样，居民兑换时从里面选一样。不用选就空着"
          example="健身卡"
        />
      )}
      <Field
        {...form.field('steps')}
        kind="lines"
        label="去的时候要怎么做"
        hint={`一行一步，最多 ${STEPS_MAX} 步，会印在券上`}
        example="早上不吃饭、不喝水"
      />
    </View>
  );
}

const FREE = '不限就空着';
/** In the order in which the page asks. */
const NUMBERS = [
  { key: 'cost', label: '要多少分', max: POINTS_MAX },
  { key: 'leastLifetime', label: '累计满多少分', max: LIFETIME_MAX, hint: FREE },
  { key: 'ageMin', label: '最小几岁', max: AGE_MAX, hint: FREE },
  { key: 'ageMax', label: '最大几岁', max: AGE_MAX, hint: FREE },
  { key: 'stock', label: '一期几份', max: STOCK_MAX },
  { key: 'limitHolder', label: '一期每人几份', max: LIMIT_MAX },
  { key: 'limitHousehold', label: '一期每户几份', max: LIMIT_MAX, hint: FREE },
  { key: 'validDays', label: '换好后几天内用', max: VALID_DAYS_MAX },
] as const;

function Conditions({ form, isAnew }: Props) {
  return (
    <View className="stack">
      <SectionHeader title="怎么换" />
      <View className="staff-rewards-fields">
        {NUMBERS.map(({ key, label, max, ...more }) => (
          <Field key={key} {...form.field(key)} kind="number" label={label} maxLength={digitsIn(max)} {...more} />
        ))}
      </View>
      {!isAnew && (
        <Segments label="一期多长" items={PERIODS} chosen={form.values.period} onChoose={form.set('period')} />
      )}
    </View>
  );
}

function Behind({ unitId, form, choices }: Pick<Props, 'form'> & { unitId: string; choices: readonly string[] }) {
  const providers = useWhole('organisation.providers', { unitId }, 'providers');
  const { providerIds } = form.values;
  const open = providers.data;
  const gone = open && providerIds.filter((id) => !open.some(({ providerId }) => providerId === id));
  useEffect(() => {
    // one that has closed since cannot be unticked, for it is not listed
    if (gone?.length) form.change({ providerIds: providerIds.filter((id) => !gone.includes(id)) });
  });
  const toggle = (id: string) => form.change({ providerIds: toggled(providerIds, id) });
  return (
    <View className="stack">
      <SectionHeader
        title={form.values.isGoods ? '在哪里发' : '去哪里用'}
        {...(form.values.isGoods && { note: '只选一处' })}
      />
      {open?.length === 0 && (
        <View>还没有地方可选。请先到“人员和机构”里点“添机构”，把服务商或者发东西的地方添上。</View>
      )}
      <ChoiceError {...form.choice('providerIds')} />
      <RefusalAlert refusal={providers.refusal} onRetry={() => void providers.reload()} />
      <List label={form.values.isGoods ? '在哪里发' : '去哪里用'}>
        {(providers.data ?? []).map(({ providerId, name, place }) => (
          <Checkbox
            key={providerId}
            words={name}
            note={place}
            checked={providerIds.includes(providerId)}
            onChange={() => toggle(providerId)}
          />
        ))}
      </List>
      <WhichChoice form={form} choices={choices} providers={open ?? []} />
      <ChooseDocument
        unitId={unitId}
        chosen={form.values.policyDocumentId}
        said={form.choice('policyDocumentId')}
        onChoose={form.set('policyDocumentId')}
      />
      <View className="staff-rewards-fields">
        <Field {...form.field('fundedBy')} label="钱从哪里出" example="例如：社区党建经费" maxLength={SENTENCE_MAX} />
        <Field {...form.field('unitCost')} kind="decimal" label="一份多少钱（元）" example="例如 60" maxLength={9} />
      </View>
    </View>
  );
}

interface Opening {
  unitId: string;
  onMade: (title: string) => void;
}

/** A reward of one of the named kinds is opened; with `before`, in the place of that one. */
export function NewReward({ unitId, before, onMade }: Opening & { before?: Opened }) {
  const { run, ...writing } = useWrite('reward.create');
  const form = useForm({
    begin: before ? formOf(before) : formFor('healthCheck'),
    problemsIn,
    writing,
    send: async (typed) => {
      const asked = toAsked(typed, unitId, before);
      return asked && run(asked);
    },
    onDone: (_, { title }) => onMade(title.trim()),
    named: { stockPerPeriod: 'stock', unitCostCents: 'unitCost', monthCents: 'monthYuan' },
  });
  const isAnew = before !== undefined;
  return (
    <Card className="stack">
      <Heading level={2} size="t-title" className="strong">
        {before ? '改一改，重新开' : '开一个奖励'}
      </Heading>
      {before && <View>旧的会停用，换好的券照样能用。已经换过的人算换过，这一期已经换出去的份数也照样算。</View>}
      <What unitId={unitId} form={form} isAnew={isAnew} />
      <Conditions form={form} isAnew={isAnew} />
      <When form={form} />
      <Behind form={form} unitId={unitId} choices={choicesOf(form.values)} />
      <RefusalAlert {...form.alert} />
      <Button kind="primary" wide {...form.button}>
        {before ? '停用旧的，开这个' : '开这个奖励'}
      </Button>
    </Card>
  );
}

/** The form filled in with what a reward was opened with. */
export function RewardAnew({ rewardId, ...rest }: Opening & { rewardId: string }) {
  const asked = useRead('reward.get', { rewardId });
  return (
    <Answer of={asked} rows={5} amid>
      {(before) => <NewReward key={rewardId} {...rest} before={before} />}
    </Answer>
  );
}
