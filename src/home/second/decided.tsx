import { View } from '@tarojs/components';
import { useState } from 'react';
import type { DataOf } from '../../api';
import { usePages } from '../../api/use-pages';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { ListPage } from '../../components/list-page';
import { SectionHeader } from '../../components/section-header';
import { Tag } from '../../components/tag';
import { Windowed } from '../../components/windowed';
import { dayWords, momentWords } from '../../words/dates';
import { numberWords } from '../../words/number';
import { LeftOutWords, Talk } from './award-card';

type Award = DataOf<'award.decided'>['awards'][number];

const STATES = {
  signed: { kind: 'ok', word: '签了' },
  turnedDown: { kind: 'plain', word: '没有签' },
  withdrawn: { kind: 'plain', word: '收回了' },
} as const;

/** What lies behind a tap: what was asked, who got nothing. */
function More({ award }: { award: Award }) {
  const [isOpen, open] = useState(false);
  const { words, leftOut, title } = award;
  const left = leftOut.length > 0 && `没发的 ${numberWords(leftOut.length)} 位`;
  const more = [words.length > 0 && '问过什么', left].filter(Boolean).join('，');
  if (!more) return null;
  if (!isOpen)
    return (
      <Button small kind="quiet" label={`${title}，${more}`} onTap={() => open(true)}>
        {more}
      </Button>
    );
  return (
    <>
      <Talk words={words} />
      {left && <View className="strong">{left}</View>}
      {left && <LeftOutWords {...award} />}
    </>
  );
}

function One({ award }: { award: Award }) {
  const { title, points, holders, deedDate, givenByName, givenAtMs, decidedByName, decidedAtMs, isOwn } = award;
  const { kind, word } = STATES[award.state];
  const giver = `${givenByName || '一位同事'}${isOwn ? '（你）' : ''}`;
  return (
    <Card className="stack">
      <View className="row">
        <View className="grow strong">{`${title}，${numberWords(holders)} 位，每位 ${numberWords(points)} 分`}</View>
        <Tag kind={kind}>{word}</Tag>
      </View>
      <View className="t-sub">
        {`${dayWords(deedDate)}的事。${giver}，${momentWords(givenAtMs)} 提的；${decidedByName || '一位同事'}，${momentWords(decidedAtMs)} ${word}`}
      </View>
      {award.state === 'turnedDown' && award.because && <View>{`为什么没签：${award.because}`}</View>}
      <More award={award} />
    </Card>
  );
}

const NOTHING = {
  icon: 'done',
  title: '还没有签过的',
  words: '签了的、没签的，问过什么、怎么回的，都会留在这里。',
} as const;

function All({ unitId }: { unitId: string }) {
  const { pages, ready, ...list } = usePages('award.decided', { unitId });
  const data = ready ? pages.flatMap(({ awards }) => awards) : undefined;
  // below another list, whose emptiness is drawn already
  if (data?.length === 0 && !list.refusal) return <View className="t-sub">{NOTHING.words}</View>;
  return (
    <ListPage of={{ ...list, data }} failed="签过的没能打开" rows={3} empty={NOTHING}>
      {(awards) => (
        <Windowed className="windowed-apart" each={1} rowsOf={2}>
          {awards.map((award) => (
            <One key={award.waitingId} award={award} />
          ))}
        </Windowed>
      )}
    </ListPage>
  );
}

/** What has been signed and what has not, with what was asked about it: for who signed and for who gave it. */
export function Decided({ unitId }: { unitId: string }) {
  const [isOpen, open] = useState(false);
  if (!isOpen)
    return (
      <Button kind="quiet" onTap={() => open(true)}>
        看签过的，问过什么
      </Button>
    );
  return (
    <>
      <SectionHeader title="签过的" />
      <All unitId={unitId} />
    </>
  );
}
