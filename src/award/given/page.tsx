import { View } from '@tarojs/components';
import { useState } from 'react';
import { groupedBy } from '../../../cloudfunctions/values/grouped-by';
import type { DataOf } from '../../api';
import { usePages } from '../../api/use-pages';
import { useWrite } from '../../api/use-write';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { useBegun } from '../../components/leaving/use-begun';
import { List } from '../../components/list';
import { ListPage } from '../../components/list-page';
import { ListRow } from '../../components/list-row';
import { RefusalAlert } from '../../components/refusal-alert';
import { Screen } from '../../components/screen';
import { SectionHeader } from '../../components/section-header';
import { Tag } from '../../components/tag';
import { Windowed } from '../../components/windowed';
import { cut } from '../../components/windowed/cut';
import type { Reason } from '../../ledger/corrections/correction-words';
import { ReasonChoice } from '../../ledger/corrections/reason-choice';
import { Gate } from '../../session/gate';
import { goTo } from '../../ways';
import { momentWords, timeWords } from '../../words/dates';
import { numberWords } from '../../words/number';
import './page.scss';

type Given = DataOf<'award.givenToday'>;
type Award = Given['awards'][number];

const STATE_WORDS = { correctionWaiting: '等着改正', corrected: '改正了', kept: '记下了，积分不动' } as const;
const holderWords = ({ holder: { kind, name } }: Award) =>
  kind === 'household' ? `${name}家` : name || '已经注销的居民';
const keyOf = ({ holder, entrySeq }: Award) => `${holder.id}/${entrySeq}`;

/** Within the hour, by the correction's way: another one approves it. */
function Withdraw({ award, onDone, onClose }: { award: Award; onDone: () => void; onClose: () => void }) {
  const { run, busy, refusal } = useWrite('award.withdraw');
  const [reason, setReason] = useState<Reason>();
  const begun = useBegun(reason ? '撤回选好了原因，还没有提出来。' : undefined);
  const withdraw = async () => {
    if (!reason) return;
    const done = await run({ accountId: award.holder.id, entrySeq: award.entrySeq, reason });
    if (!done) return;
    begun.done();
    onDone();
  };
  return (
    <Card kind="soft" className="stack">
      <View className="t-title strong">{`撤回给${holderWords(award)}的 ${numberWords(award.points)} 分？`}</View>
      <View>撤回不是扣分。社区管理员同意以后才改，存折上两笔都看得见。</View>
      <ReasonChoice reason={reason} onChoose={setReason} />
      <RefusalAlert refusal={refusal} onRetry={() => void withdraw()} />
      <View className="row">
        <Button onTap={onClose}>不撤了</Button>
        <Button kind="primary" busy={busy} blocked={reason ? undefined : '先选一个原因'} onTap={() => void withdraw()}>
          提出撤回
        </Button>
      </View>
    </Card>
  );
}

function Row({ award, onWithdraw }: { award: Award; onWithdraw: () => void }) {
  const { holder, householdNumber, points, postedAtMs, state, withdrawUntilMs, entrySeq } = award;
  const name = holderWords(award);
  const stateWords = state === 'stands' ? '' : STATE_WORDS[state];
  const note = [householdNumber && `${householdNumber} 户`, timeWords(postedAtMs)].filter(Boolean).join(' · ');
  return (
    <View className="given-row">
      <View className="grow">
        <ListRow
          title={`${name} +${numberWords(points)}`}
          note={note}
          tag={stateWords && <Tag kind="wait">{stateWords}</Tag>}
          label={[`${name} +${numberWords(points)}`, stateWords, note, `第 ${entrySeq} 笔`].filter(Boolean).join('，')}
          onTap={() => goTo('pages/receipt', { account: holder.id, seq: entrySeq })}
        />
      </View>
      {withdrawUntilMs !== null && (
        <Button
          small
          label={`撤回给${name}的 ${numberWords(points)} 分，${note}，第 ${entrySeq} 笔`}
          onTap={onWithdraw}
        >
          撤回
        </Button>
      )}
    </View>
  );
}

/** So many rows of a deed come and go together. */
const ROWS_A_PIECE = 6;

interface PieceProps {
  of: readonly Award[];
  /** The first of the deed: it says what it was. */
  isFirst: boolean;
  chosen: string | undefined;
  choose: (key: string | undefined) => void;
  onDone: () => void;
}

function Piece({ of, isFirst, chosen, choose, onDone }: PieceProps) {
  const [{ title, evidence } = { title: '', evidence: null }] = of;
  const asked = of.find((one) => keyOf(one) === chosen);
  const done = () => {
    choose(undefined);
    onDone();
  };
  return (
    <View className="stack">
      {isFirst && <SectionHeader title={title} />}
      {isFirst && evidence && <View className="t-sub">{`凭据：${evidence}`}</View>}
      {asked && <Withdraw key={keyOf(asked)} award={asked} onClose={() => choose(undefined)} onDone={done} />}
      <List label={title}>
        {of.map((one) => (
          <Row key={keyOf(one)} award={one} onWithdraw={() => choose(keyOf(one))} />
        ))}
      </List>
    </View>
  );
}

function Deeds({ awards, onDone }: { awards: readonly Award[]; onDone: () => void }) {
  const [chosen, choose] = useState<string>();
  const pieces = [...groupedBy(awards, ({ deedId }) => deedId)].flatMap(([, of]) =>
    cut(of, ROWS_A_PIECE).map((piece, i) => ({ of: piece, isFirst: i === 0 })),
  );
  return (
    <Windowed each={1} rowsOf={pieces.map(({ of }) => of.length)}>
      {pieces.map(({ of, isFirst }) => (
        <Piece key={of[0] && keyOf(of[0])} {...{ of, isFirst, chosen, choose, onDone }} />
      ))}
    </Windowed>
  );
}

function Today({ unitId }: { unitId: string }) {
  const { pages, ready, ...list } = usePages('award.givenToday', { unitId });
  const [told, tell] = useState(false);
  const sum = pages[0]?.sum;
  const data = ready ? pages.flatMap(({ awards }) => awards) : undefined;
  const done = () => {
    tell(true);
    void list.reload();
  };
  return (
    <View className="stack">
      {told && (
        <Alert kind="done" title="提好了">
          社区管理员同意以后就改过来。在这以前积分不变。
        </Alert>
      )}
      {sum && sum.count > 0 && (
        <Card className="given-sum">
          <View className="num given-points">{numberWords(sum.points)}</View>
          <View>{`分，${sum.deeds} 件事，${sum.count} 笔`}</View>
        </Card>
      )}
      {pages[0]?.asked.map((one) => (
        <Alert
          key={one.waitingId}
          kind="info"
          title={`有人问：${one.title} ${numberWords(one.points)} 分，${numberWords(one.holders)} 位`}
          action={{ word: '去回话', onTap: () => goTo('staff/second', { award: one.waitingId }) }}
        >
          {`${one.askedByName || '一位同事'}，${momentWords(one.askedAtMs)}：${one.question}`}
        </Alert>
      ))}
      {pages[0]?.turnedDown.map((one) => (
        <Alert key={one.decidedAtMs} title={`没有签：${one.title} ${numberWords(one.points)} 分，${one.holders} 位`}>
          {`${one.decidedByName || '一位同事'}，${momentWords(one.decidedAtMs)}：${one.because}`}
        </Alert>
      ))}
      <ListPage
        of={{ ...list, data }}
        failed="今天发的没能打开"
        rows={5}
        empty={{ icon: 'plus', title: '今天还没有发', words: '发了积分就列在这里，一小时以内能撤回。' }}
      >
        {(awards) => <Deeds awards={awards} onDone={done} />}
      </ListPage>
    </View>
  );
}

const SCREEN = { title: '今天我发的', shell: 'staff', className: 'desk-read' } as const;

/** What whoever gives points gave today, each with its entry; withdrawn within the hour. */
export default function GivenPage() {
  return (
    <Gate who="staff" words="这里是发积分的人看自己发的。" rows={5} screen={SCREEN}>
      {({ communityId }) => (
        <Screen {...SCREEN}>
          <Today unitId={communityId} />
        </Screen>
      )}
    </Gate>
  );
}
