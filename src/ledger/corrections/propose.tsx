import { View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '../../api/use-read';
import { useWrite } from '../../api/use-write';
import { Alert } from '../../components/alert';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { useBegun } from '../../components/leaving/use-begun';
import { List } from '../../components/list';
import { ListFoot } from '../../components/list-foot';
import { ListRow } from '../../components/list-row';
import { EmptyState } from '../../components/page-state';
import { PointsBadge } from '../../components/points-badge';
import { RefusalAlert } from '../../components/refusal-alert';
import { SectionHeader } from '../../components/section-header';
import { FoundPeople } from '../../household/find/found-people';
import { FoundState } from '../../household/find/found-state';
import { SearchRow } from '../../household/find/search-row';
import { useFinder } from '../../household/find/use-finder';
import { alikeAmong } from '../../words/alike';
import { dayWords } from '../../words/dates';
import { numberWords } from '../../words/number';
import { type Entry, sourceWords } from '../entry-words';
import { usePassbook } from '../passbook/use-passbook';
import type { Reason } from './correction-words';
import { ReasonChoice } from './reason-choice';

/** Which of the closed list of reasons; a second person decides. */
function Ask({ entry, onDone, onClose }: { entry: Entry; onDone: () => void; onClose: () => void }) {
  const { run, busy, refusal } = useWrite('ledger.proposeCorrection');
  const [reason, setReason] = useState<Reason>();
  const begun = useBegun(reason ? '改正选好了原因，还没有提出来。' : undefined);
  const propose = async () => {
    if (!reason) return;
    const done = await run({ accountId: entry.accountId, seq: entry.seq, reason });
    if (!done) return;
    begun.done();
    onDone();
  };
  return (
    <Card kind="soft" className="stack">
      <View className="t-title strong">{`${entry.title} ${numberWords(entry.points)} 分，${dayWords(entry.deedDate)}`}</View>
      <View>为什么要改？改正是把记错的改回来，不是扣分。要社区管理员同意才算数，自己提的自己不能同意。</View>
      <ReasonChoice reason={reason} onChoose={setReason} />
      <RefusalAlert refusal={refusal} onRetry={() => void propose()} />
      <View className="row">
        <Button onTap={onClose}>不改了</Button>
        <Button kind="primary" busy={busy} blocked={reason ? undefined : '先选一个原因'} onTap={() => void propose()}>
          提出改正
        </Button>
      </View>
    </Card>
  );
}

/** The one entry that another page has chosen already. */
function Chosen({ holderId, seq, onProposed, onOthers }: ChosenProps) {
  const asked = useRead('ledger.receipt', { accountId: holderId, seq });
  return (
    <Answer of={asked} failed="那一笔没能打开" rows={4}>
      {({ entry }) =>
        entry.kind === 'credit' && entry.correctedBySeq === null ? (
          <Ask entry={entry} onDone={onProposed} onClose={onOthers} />
        ) : (
          <EmptyState
            icon="book"
            title="这一笔不能改正"
            words="它改正过了，或者不是入账的积分。"
            action={{ word: '看看别的', onTap: onOthers }}
          />
        )
      }
    </Answer>
  );
}
interface ChosenProps {
  holderId: string;
  seq: number;
  onProposed: () => void;
  onOthers: () => void;
}

/** The credits of one passbook, newest first: the wrong one is chosen. */
function Entries({ holderId, onProposed }: { holderId: string; onProposed: () => void }) {
  const book = usePassbook(holderId);
  const [chosen, choose] = useState<Entry>();
  return (
    <Answer of={book} failed="存折没能打开" rows={5}>
      {(entries) => (
        <View className="stack">
          {chosen && <Ask key={chosen.seq} entry={chosen} onDone={onProposed} onClose={() => choose(undefined)} />}
          <SectionHeader title="哪一笔记错了" />
          <Credits entries={entries} onChoose={choose} />
          <ListFoot list={book} more="再看早些的" />
        </View>
      )}
    </Answer>
  );
}

function Credits({ entries, onChoose }: { entries: readonly Entry[]; onChoose: (entry: Entry) => void }) {
  const credits = entries.filter(({ kind, correctedBySeq }) => kind === 'credit' && correctedBySeq === null);
  if (credits.length === 0)
    return <EmptyState icon="book" title="没有能改的" words="只有入账的积分能改正；换东西用掉的不在这里改。" />;
  const heard = (entry: Entry) =>
    `${entry.title}，${dayWords(entry.deedDate)} · ${sourceWords(entry)}，加 ${numberWords(entry.points)} 分`;
  const isAlike = alikeAmong(credits, heard);
  return (
    <List label="入账的积分">
      {credits.map((entry) => (
        <ListRow
          key={entry.seq}
          title={entry.title}
          note={`${dayWords(entry.deedDate)} · ${sourceWords(entry)}`}
          trail={<PointsBadge points={entry.points} />}
          label={isAlike(entry) ? `${heard(entry)}，第 ${entry.seq} 笔` : undefined}
          onTap={() => onChoose(entry)}
        />
      ))}
    </List>
  );
}

/** Proposes a correction: whose passbook, which entry, why. */
export function Propose({ unitId, holder, seq, onProposed }: ProposeProps) {
  const finder = useFinder(unitId, null);
  const [chosen, choose] = useState<string | undefined>(holder);
  const [one, setOne] = useState(seq);
  if (chosen)
    return (
      <View className="stack">
        <Alert
          kind="info"
          title="改正不是扣分"
          action={{
            word: '换一位居民',
            onTap: () => {
              choose(undefined);
              setOne(undefined);
            },
          }}
        >
          只把记错的那一笔改回来，存折上两笔都看得见。
        </Alert>
        {one === undefined ? (
          <Entries holderId={chosen} onProposed={onProposed} />
        ) : (
          <Chosen holderId={chosen} seq={one} onProposed={onProposed} onOthers={() => setOne(undefined)} />
        )}
      </View>
    );
  return (
    <View className="stack">
      <View>谁的积分记错了？</View>
      <SearchRow finder={finder} />
      {finder.searching && (
        <>
          <FoundPeople people={finder.people} onChoose={({ residentId }) => choose(residentId)} />
          <FoundState finder={finder} />
        </>
      )}
    </View>
  );
}
interface ProposeProps {
  unitId: string;
  /** Whose passbook, when another page knows already. */
  holder?: string | undefined;
  /** Which of its entries, likewise. */
  seq?: number | undefined;
  onProposed: () => void;
}
