import { View } from '@tarojs/components';
import { useState } from 'react';
import { SENTENCE_MAX } from '../../../cloudfunctions/values/limits';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Checkbox } from '../../components/checkbox';
import { Facts } from '../../components/facts';
import { Field } from '../../components/field';
import { Heading } from '../../components/heading';
import { Icon } from '../../components/icon';
import { List } from '../../components/list';
import { RefusalAlert } from '../../components/refusal-alert';
import { Tag } from '../../components/tag';
import { clock } from '../../device/clock';
import { useMe } from '../../session';
import { dayWords, momentWords } from '../../words/dates';
import { numberWords } from '../../words/number';
import {
  type Award,
  afterWords,
  agoWords,
  isAsked,
  leftOutBy,
  NAMES_SHOWN,
  namesWords,
  REFUSAL_REASONS,
  sumWords,
  titleOf,
  whyWords,
} from './second-words';
import type { Deciding } from './use-deciding';

function whoWords(holders: Award['holders'], isWhole: boolean): string {
  const names = holders.map(({ name, householdNumber }) => {
    const house = householdNumber ? `（${householdNumber} 户）` : '';
    return `${name || '已经注销的居民'}${house}`;
  });
  return namesWords(names, isWhole ? names.length : NAMES_SHOWN);
}

/** Two names stand under it, or it does not count: one solid, the other dashed until it is written. */
function Signers({ award: { givenByName, givenAtMs, isOwn, isFamily } }: { award: Award }) {
  const { me } = useMe();
  const own = me?.resident?.name;
  const second = isOwn || isFamily || !own ? '另一位同事' : `${own}（你）`;
  return (
    <View className="second-signers">
      <View className="second-signer second-signed">
        <View className="row">
          <Icon name="done" size={20} />
          <View className="strong">{`${givenByName || '一位同事'}${isOwn ? '（你）' : ''}`}</View>
        </View>
        <View className="t-sub">{`${momentWords(givenAtMs)} 提的`}</View>
      </View>
      <View className="second-signer">
        <View className="row">
          <Icon name="edit" size={20} />
          <View className="strong">{second}</View>
        </View>
        <View className="t-sub">还没签</View>
      </View>
    </View>
  );
}

/** Who was chosen and does not get it, and why. */
export function LeftOutWords(about: Parameters<typeof leftOutBy>[0]) {
  return (
    <View className="stack">
      {leftOutBy(about).map(({ why, names }) => (
        <View key={why} className="t-sub">{`${names.length} 位${why}：${namesWords(names)}`}</View>
      ))}
    </View>
  );
}

/** What was asked and answered so far. */
export function Talk({ words }: Pick<Award, 'words'>) {
  if (words.length === 0) return null;
  return (
    <View className="stack">
      {words.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added, so each keeps its place
        <View key={i} className="second-said">
          <View className="t-sub">
            {`${line.byName || '一位同事'}${i % 2 === 0 ? '问' : '回'} · ${momentWords(line.atMs)}`}
          </View>
          <View>{line.words}</View>
        </View>
      ))}
    </View>
  );
}

/** A reason of the list stands before the words. */
const REASON_LETTERS = 10;

const FIELDS = {
  question: {
    label: '问他什么',
    example: '例如：这几位是哪天去的？谁看见的？',
    hint: '他在“等另一位看”里看得到，回了话才能签',
  },
  answer: { label: '怎么回', example: '', hint: '要签的人看得到' },
  refusal: { label: '再说一句', example: '例如：三号楼的那天没有来', hint: '发的人在“今天我发的”里看得到' },
} as const;

/** Why it is not signed: one of a few, and words. */
function Reasons({ deciding: { reason, choose } }: { deciding: Deciding }) {
  return (
    <List label="为什么不签">
      {REFUSAL_REASONS.map(({ key, word, ...rest }) => (
        <Checkbox key={key} role="radio" words={word} {...rest} checked={key === reason} onChange={() => choose(key)} />
      ))}
    </List>
  );
}

/** What is being written about it: of a refusal the reason first. */
function Words({ deciding }: { deciding: Deciding }) {
  const { writing, words, type } = deciding;
  if (!writing) return null;
  const { label, example, hint } = FIELDS[writing];
  const isRefusal = writing === 'refusal';
  return (
    <>
      {isRefusal && <Reasons deciding={deciding} />}
      <Field
        key={writing}
        autoFocus={!isRefusal}
        {...{ label, hint }}
        value={words}
        onInput={type}
        maxLength={isRefusal ? SENTENCE_MAX - REASON_LETTERS : SENTENCE_MAX}
        {...(example && { example })}
      />
    </>
  );
}

/** Why nobody signs it now. */
function stopWords(award: Award): string | undefined {
  if (award.isOwn) return isAsked(award) ? '有人问了一句，回了话才能签。' : '这是你发的，要请另一位来签。';
  if (award.isFamily) return '里面有你自家人，要请另一位来签。';
  return isAsked(award) ? '问了发的人一句，等他回话再签。' : undefined;
}

/** One award with all that there is to judge it. */
export function AwardCard({ award, deciding }: { award: Award; deciding: Deciding }) {
  const { points, holders, deedDate, evidence, policyDocumentNumber, itemVersion, givenAtMs } = award;
  const [isWhole, showWhole] = useState(false);
  const stop = stopWords(award);
  return (
    <Card className="stack">
      <View className="row">
        <View className="grow">
          <Tag kind="wait">{isAsked(award) ? '等发的人回话' : '等第二个人签字'}</Tag>
        </View>
        <View className="t-sub">{agoWords(givenAtMs, clock())}</View>
      </View>
      <Heading level={2} size="t-head" className="whole-words">
        {titleOf(award)}
      </Heading>
      <View className="second-sum">
        <View className="num second-points">{numberWords(points * holders.length)}</View>
        <View>{sumWords(award)}</View>
      </View>
      <Facts
        items={[
          { term: '为什么签', value: whyWords(award) },
          {
            term: '谁得',
            value: whoWords(holders, isWhole),
            ...(holders.length > NAMES_SHOWN &&
              !isWhole && {
                note: (
                  <Button small kind="quiet" onTap={() => showWhole(true)}>
                    {`看全部 ${numberWords(holders.length)} 位`}
                  </Button>
                ),
              }),
          },
          ...(award.leftOut.length > 0
            ? [
                {
                  term: '没发的',
                  value: `选了的还有 ${numberWords(award.leftOut.length)} 位，各有原因`,
                  note: <LeftOutWords {...award} />,
                },
              ]
            : []),
          { term: '哪天的事', value: dayWords(deedDate) },
          ...(evidence ? [{ term: '凭什么', value: evidence }] : []),
          {
            term: '依据',
            value: `${award.itemName} +${numberWords(points)}，第 ${itemVersion} 版`,
            ...(policyDocumentNumber && { note: policyDocumentNumber }),
          },
          { term: '签了以后', value: afterWords(award) },
        ]}
      />
      <Signers award={award} />
      <Talk words={award.words} />
      <Words deciding={deciding} />
      <RefusalAlert refusal={deciding.refusal} />
      {stop && <View className="t-sub">{stop}</View>}
    </Card>
  );
}
