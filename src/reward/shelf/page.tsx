import { View } from '@tarojs/components';
import { useState } from 'react';
import { useWhole } from '../../api/use-whole';
import { ActionBar } from '../../components/action-bar';
import { Alert } from '../../components/alert';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { List } from '../../components/list';
import { ListAndDetail } from '../../components/list-and-detail';
import { ListRow } from '../../components/list-row';
import { EmptyState } from '../../components/page-state';
import { RefusalAlert } from '../../components/refusal-alert';
import { SectionHeader } from '../../components/section-header';
import { Segments } from '../../components/segments';
import { Windowed } from '../../components/windowed';
import { Gate } from '../../session/gate';
import { communityNameOf, isOffice } from '../../session/work';
import { goTo } from '../../ways';
import { momentWords } from '../../words/dates';
import { Book } from './book';
import { CountForm } from './count-form';
import { NewThing } from './new-thing';
import { ThingPanel } from './thing-panel';
import { WaitingSlips } from './waiting';
import { freeOf, type Slip, slipWords, type Thing } from './words';

/** What is opened: a count, a new thing, or one that is there, by its id. */
type Open = 'count' | 'thing' | { readonly goodsId: string } | undefined;

/** What stands on the shelf, and what of it waits for a second person. */
function useShelf(unitId: string, place: string) {
  const goods = useWhole('reward.goods', { unitId }, 'goods');
  const waiting = useWhole('reward.slips', { unitId, state: 'waiting' }, 'slips');
  const gifts = useWhole('reward.slips', { unitId, state: 'seen', kind: 'money' }, 'slips');
  const [opened, open] = useState<Open>();
  const [told, tell] = useState<string>();
  const [changed, change] = useState(0);
  const done = (words: string) => {
    tell(words);
    open(undefined);
    change((times) => times + 1);
    void goods.reload();
    void waiting.reload();
    void gifts.reload();
  };
  return { unitId, place, goods, waiting, gifts, opened, open, told, done, changed };
}
type Shelf = ReturnType<typeof useShelf>;

const NONE_YET = { icon: 'gift', title: '架上还没有东西', words: '先登记一样，来了货再记一笔。' } as const;
function thingNote(thing: Thing): string {
  const { onShelf, promised, measure } = thing;
  if (onShelf === 0) return '现在没有货';
  return promised > 0 ? `还能换 ${freeOf(thing)} ${measure}，${promised} ${measure}等人来领` : '都能换';
}

const Row = ({ thing, onOpen }: { thing: Thing; onOpen: () => void }) => (
  <ListRow
    icon="gift"
    title={thing.name}
    note={thingNote(thing)}
    trail={<View className="strong">{`${thing.onShelf} ${thing.measure}`}</View>}
    onTap={onOpen}
  />
);

function Things({ shelf }: { shelf: Shelf }) {
  return (
    <Answer of={shelf.goods} failed="物资没能打开" rows={4}>
      {(goods) =>
        goods.length === 0 ? (
          <EmptyState {...NONE_YET} />
        ) : (
          <View>
            <SectionHeader title="架上有什么" note={`${goods.length} 样`} />
            <Windowed className="card">
              {goods.map((thing) => (
                <Row key={thing.goodsId} thing={thing} onOpen={() => shelf.open({ goodsId: thing.goodsId })} />
              ))}
            </Windowed>
          </View>
        )
      }
    </Answer>
  );
}

function Gifts({ gifts }: { gifts: readonly Slip[] }) {
  if (gifts.length === 0) return null;
  return (
    <View>
      <SectionHeader title="捐款" note={`${gifts.length} 笔`} />
      <List label="捐款">
        {gifts.map((gift) => (
          <ListRow
            key={gift.slipId}
            icon="heart"
            title={`${gift.source ?? ''} ${slipWords(gift)}`}
            note={`${momentWords(gift.countedAtMs)} · 经办 ${gift.countedByName} · 监督 ${gift.watchedByName ?? ''}`}
          />
        ))}
      </List>
    </View>
  );
}

const VIEWS = [
  { key: 'shelf', word: '架上' },
  { key: 'book', word: '台账' },
] as const;

function Overview({ shelf }: { shelf: Shelf }) {
  const [view, look] = useState<(typeof VIEWS)[number]['key']>('shelf');
  return (
    <View className="stack">
      {shelf.told && <Alert kind="done" title={shelf.told} />}
      <Segments label="看什么" items={VIEWS} chosen={view} onChoose={look} />
      {view === 'book' ? (
        <Book key={shelf.changed} unitId={shelf.unitId} place={shelf.place} things={shelf.goods.data ?? []} />
      ) : (
        <>
          <RefusalAlert refusal={shelf.waiting.refusal} onRetry={() => void shelf.waiting.reload()} />
          <WaitingSlips slips={shelf.waiting.data ?? []} onDone={shelf.done} />
          <Things shelf={shelf} />
          <Gifts gifts={shelf.gifts.data ?? []} />
        </>
      )}
    </View>
  );
}

const SCREEN = { title: '物资', shell: 'staff', lead: '一个人数，一个人看，进出都记账' } as const;

interface Props {
  unitId: string;
  place: string;
  mayCount: boolean;
}

function ShelfScreen({ unitId, place, mayCount }: Props) {
  const shelf = useShelf(unitId, place);
  const { opened, open, done } = shelf;
  const goods = shelf.goods.data ?? [];
  const thing = typeof opened === 'object' ? goods.find(({ goodsId }) => goodsId === opened.goodsId) : undefined;
  const detail =
    opened === 'count' ? (
      <CountForm unitId={unitId} goods={goods} onDone={done} />
    ) : opened === 'thing' ? (
      <NewThing unitId={unitId} onDone={done} />
    ) : (
      thing && <ThingPanel key={thing.goodsId} thing={thing} may={mayCount} onDone={done} />
    );
  return (
    <ListAndDetail
      {...SCREEN}
      list={<Overview shelf={shelf} />}
      detail={detail}
      onClose={() => open(undefined)}
      onBack={opened ? () => open(undefined) : undefined}
      actions={
        !opened && (
          <ActionBar>
            {mayCount && <Button onTap={() => open('thing')}>登记一样东西</Button>}
            {mayCount ? (
              <Button kind="primary" icon="plus" onTap={() => open('count')}>
                记一笔
              </Button>
            ) : (
              <Button kind="primary" icon="gift" onTap={() => goTo('staff/counter')}>
                去发东西
              </Button>
            )}
          </ActionBar>
        )
      }
    />
  );
}

/** The shelf of a community and its book. */
export default function ShelfPage() {
  return (
    <Gate who="staff" words="要换东西，请到“兑换”里看。" failed="物资没能打开" rows={5} screen={SCREEN}>
      {({ me, communityId }) => (
        <ShelfScreen unitId={communityId} place={communityNameOf(me)} mayCount={isOffice(me)} />
      )}
    </Gate>
  );
}
