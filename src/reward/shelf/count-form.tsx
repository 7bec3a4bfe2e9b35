import { View } from '@tarojs/components';
import { GIFT_CENTS_MAX, PAPER_MAX, PIECES_MAX, SLIP_KINDS, type SlipKind } from '../../../cloudfunctions/values/goods';
import { SENTENCE_MAX, UNIT_COST_CENTS_MAX } from '../../../cloudfunctions/values/limits';
import type { RequestFor } from '../../api';
import { useWrite } from '../../api/use-write';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { ChoiceError } from '../../components/choice-error';
import { Field } from '../../components/field';
import { digitsIn, firstOf, isWhole, isWritten, type Problems, unless } from '../../components/form/checks';
import { type Form as Editing, useForm } from '../../components/form/use-form';
import { Heading } from '../../components/heading';
import { PickOne } from '../../components/pick-one';
import { RefusalAlert } from '../../components/refusal-alert';
import { Segments } from '../../components/segments';
import { centsIn, isYuan } from '../yuan';
import { SLIP_WORDS, type Thing } from './words';

interface Form {
  readonly kind: SlipKind;
  readonly goodsId: string | undefined;
  readonly quantity: string;
  /** Yuan. */
  readonly price: string;
  readonly amount: string;
  readonly source: string;
  readonly paper: string;
}
type Asked = RequestFor<'reward.countGoods'>['slip'];

const KINDS = SLIP_KINDS.map((key) => ({ key, word: SLIP_WORDS[key] }));

function goodsProblems({ kind, goodsId, quantity, price, paper }: Form): Problems<Form> {
  const least = kind === 'counted' ? 0 : 1;
  const isBought = kind === 'bought';
  const isPriced = kind !== 'counted' && (isBought || price !== '');
  return {
    goodsId: unless(goodsId !== undefined, '先选是哪一样'),
    quantity: unless(isWhole(quantity, least, PIECES_MAX), '数量填整数'),
    price: unless(!isPriced || isYuan(price, 0, UNIT_COST_CENTS_MAX), '单价填元'),
    paper: unless(!isBought || isWritten(paper), '先写凭证号'),
  };
}

const problemsIn = (form: Form): Problems<Form> => ({
  ...(form.kind === 'money'
    ? { amount: unless(isYuan(form.amount, 1, GIFT_CENTS_MAX), '金额填元') }
    : goodsProblems(form)),
  source: unless(
    form.kind === 'counted' || isWritten(form.source),
    form.kind === 'bought' ? '先写在哪里买的' : '先写是谁捐的',
  ),
});

function toSlip(form: Form): Asked | undefined {
  const { kind, goodsId, quantity, price, amount } = form;
  const source = form.source.trim();
  const paper = form.paper.trim();
  if (firstOf(problemsIn(form))) return undefined;
  if (kind === 'money') return { kind, cents: centsIn(amount), source, ...(paper && { paper }) };
  if (!goodsId) return undefined;
  const came = { goodsId, quantity: Number(quantity) };
  if (kind === 'counted') return { kind, ...came };
  if (kind === 'bought') return { kind, ...came, unitPriceCents: centsIn(price), source, paper };
  return { kind, ...came, source, ...(price && { unitPriceCents: centsIn(price) }), ...(paper && { paper }) };
}

function Goods({ form, goods }: { form: Editing<Form>; goods: readonly Thing[] }) {
  const { kind, goodsId } = form.values;
  const measure = goods.find((one) => one.goodsId === goodsId)?.measure;
  return (
    <>
      <ChoiceError {...form.choice('goodsId')} />
      <PickOne
        label="哪一样"
        none="架上还没有登记东西。请先登记一样。"
        options={goods.map((one) => ({ id: one.goodsId, words: one.name, note: `账上 ${one.onShelf} ${one.measure}` }))}
        chosen={goodsId}
        onChoose={form.set('goodsId')}
      />
      <Field
        {...form.field('quantity')}
        kind="number"
        label={`${kind === 'counted' ? '架上数出来多少' : '来了多少'}${measure ? `（${measure}）` : ''}`}
        maxLength={digitsIn(PIECES_MAX)}
      />
      {kind !== 'counted' && (
        <Field
          {...form.field('price')}
          kind="decimal"
          label={kind === 'bought' ? '单价（元）' : '一份值多少钱（元）'}
          {...(kind === 'donated' && { hint: '说不清就空着' })}
          maxLength={9}
        />
      )}
    </>
  );
}

function From({ form }: { form: Editing<Form> }) {
  const { kind } = form.values;
  if (kind === 'counted') return null;
  const isBought = kind === 'bought';
  return (
    <>
      <Field
        {...form.field('source')}
        label={isBought ? '在哪里买的' : '谁捐的'}
        {...(!isBought && { hint: '单位写名称；个人写他愿意公开的称呼' })}
        maxLength={SENTENCE_MAX}
      />
      <Field
        {...form.field('paper')}
        label="凭证号"
        hint={isBought ? '发票或收据上的号码' : '有收条就写，没有就空着'}
        maxLength={PAPER_MAX}
      />
    </>
  );
}

interface Props {
  unitId: string;
  goods: readonly Thing[];
  onDone: (words: string) => void;
}

/** What one person counts; another one sees it before it is in the book. */
export function CountForm({ unitId, goods, onDone }: Props) {
  const { run, ...writing } = useWrite('reward.countGoods');
  const form = useForm<Form, unknown>({
    begin: { kind: 'bought', goodsId: undefined, quantity: '', price: '', amount: '', source: '', paper: '' },
    problemsIn,
    writing,
    send: async (typed) => {
      const slip = toSlip(typed);
      return slip && run({ unitId, slip });
    },
    onDone: () => onDone('记下了，等另一位看过就进账'),
    named: { unitPriceCents: 'price', cents: 'amount' },
  });
  return (
    <Card className="stack">
      <Heading level={2} size="t-title" className="strong">
        记一笔
      </Heading>
      <View>你来数，另一位来看。两个人都看过，才记进账里。</View>
      <Segments wrap label="是什么" items={KINDS} chosen={form.values.kind} onChoose={form.set('kind')} />
      {form.values.kind === 'money' ? (
        <Field {...form.field('amount')} kind="decimal" label="捐了多少（元）" maxLength={10} />
      ) : (
        <Goods form={form} goods={goods} />
      )}
      <From form={form} />
      <RefusalAlert {...form.alert} />
      <Button kind="primary" wide {...form.button}>
        记下，请另一位看
      </Button>
    </Card>
  );
}
