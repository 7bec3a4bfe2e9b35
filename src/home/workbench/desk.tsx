import { View } from '@tarojs/components';
import { useEffect, useId, useState } from 'react';
import { useAppFacts } from '../../app-facts';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { KeyHints } from '../../components/data-table/key-hints';
import { bringSearch } from '../../components/data-table/use-row-keys';
import { Facts } from '../../components/facts';
import { Field } from '../../components/field';
import { Heading } from '../../components/heading';
import { SectionHeader } from '../../components/section-header';
import { clock } from '../../device/clock';
import type { Me } from '../../session';
import { allowedKeys } from '../../session/work';
import { goTo, pageOf } from '../../ways';
import { timeWords } from '../../words/dates';
import { countWords } from '../../words/figures';
import { GivenCard } from './given-card';
import { Handy } from './handy';
import { Help } from './help';
import { waysOf } from './keys';
import { LateSheets } from './late-sheet-list';
import { Today } from './today';
import { useKeys } from './use-keys';
import type { Workbench } from './use-workbench';
import { WaitingCard } from './waiting-card';
import '../../components/data-table/desk.scss';
import './desk.scss';

/** By person or household: what was typed goes on into the list of people. */
function Search() {
  const [typed, type] = useState('');
  return (
    <View className="workbench-search">
      <Field
        label="找人、户"
        labelHidden
        kind="search"
        icon="search"
        example="找人、户（按 / 键）"
        value={typed}
        onInput={type}
        onConfirm={() => typed.trim() && goTo('staff/people', { scanned: typed.trim() })}
      />
    </View>
  );
}

const award = () => goTo('staff/award');

export function DeskTools() {
  return (
    <>
      <Search />
      <Button kind="primary" icon="plus" onTap={award}>
        发积分
      </Button>
    </>
  );
}

/** What the whole community was thanked for today, and what of it has not gone up from this device. */
function Community({ bench }: { bench: Workbench }) {
  const { queued } = useAppFacts();
  const today = bench.recent?.today;
  if (!today) return null;
  const waits = queued > 0 ? [{ term: '没网时记的', value: `${queued} 笔等上传` }] : [];
  return (
    <Card>
      <Heading level={2}>全社区今天</Heading>
      <Facts
        items={[
          { term: '谢了邻居', value: `${countWords(today.people)} 位，${countWords(today.points)} 分` },
          ...waits,
        ]}
      />
    </Card>
  );
}

/** When what is shown last came in. */
function useFresh(data: unknown): string {
  const [at, setAt] = useState<number>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is a new one
  useEffect(() => setAt(clock()), [data]);
  return at ? `${timeWords(at)} 刷新过，有新的会自己来` : '';
}

/** What a day's work begins with, at a desk: all of it in one window, by the keyboard too. */
export function Desk({ bench, me }: { bench: Workbench; me: Me }) {
  const id = `w${useId().replace(/:/g, '')}`;
  const [helps, help] = useState(false);
  const ways = waysOf(allowedKeys(me));
  const fresh = useFresh(bench.waiting.data);
  useKeys(id, {
    ...{ ways, award },
    go: ({ path }) => goTo(pageOf(path)),
    search: bringSearch,
    help: () => help(true),
  });
  return (
    <View id={id} className="stack">
      <View className="columns">
        <View className="stack">
          <Answer of={bench.waiting} failed="等你办的没能打开" rows={4}>
            {({ kinds }) => <WaitingCard {...{ kinds, ways }} unitId={bench.communityId ?? ''} />}
          </Answer>
          <View>
            <SectionHeader title="今天的活动" {...(bench.activities && { note: `${bench.activities.length} 场` })} />
            <Today bench={bench} />
          </View>
          <LateSheets late={bench.lateSheets} />
          <Handy bench={bench} />
        </View>
        <View className="stack">
          <GivenCard unitId={bench.communityId} />
          <Community bench={bench} />
        </View>
      </View>
      <KeyHints
        hints={[
          { keys: ['/'], words: '找' },
          { keys: ['F'], words: '发积分' },
          { keys: ['G'], words: '再按一个字母，直达' },
          { keys: ['?'], words: '全部快捷键' },
        ]}
        note={fresh}
      />
      <Help open={helps} onClose={() => help(false)} ways={ways} />
    </View>
  );
}
