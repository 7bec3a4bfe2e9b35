import { View } from '@tarojs/components';
import { useState } from 'react';
import { PAGE_MAX } from '../../../cloudfunctions/values/limits';
import { useWhole } from '../../api/use-whole';
import { useWrite } from '../../api/use-write';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Facts } from '../../components/facts';
import { ListPage } from '../../components/list-page';
import { RefusalAlert } from '../../components/refusal-alert';
import { Windowed } from '../../components/windowed';
import { useWork } from '../../session/use-work';
import { isAdmin } from '../../session/work';
import { useWide } from '../../theme/use-wide';
import { goTo } from '../../ways';
import { dayWords, momentWords } from '../../words/dates';
import { numberWords } from '../../words/number';
import { type Correction, holderWords, OUTCOMES, type Outcome, reasonWord, whyNotMine } from './correction-words';
import { CorrectionsTable } from './corrections-table';

type Decide = (correction: Correction, approve: boolean) => void;

function One({ correction, busy, onDecide, onWithdraw }: OneProps) {
  const { entry, holder, reason, proposedAtMs, proposedByName } = correction;
  const { me } = useWork();
  const which = `${holderWords(holder)}，${entry.title}，第 ${entry.seq} 笔`;
  const own = me?.resident?.residentId === correction.proposedBy;
  const why = whyNotMine(own, me !== undefined && isAdmin(me));
  return (
    <Card className="stack">
      <View className="row">
        <View className="t-title strong grow">{holderWords(holder)}</View>
        <Button
          small
          label={`看存折，${holderWords(holder)}`}
          onTap={() => goTo('pages/passbook', { holder: holder.id })}
        >
          看存折
        </Button>
      </View>
      <Facts
        items={[
          ...(holder.kind === 'resident' && holder.householdHead !== null
            ? [{ term: '哪一家', value: `${holder.householdHead}家` }]
            : []),
          { term: '哪一笔', value: `${entry.title} ${numberWords(entry.points)} 分` },
          { term: '哪天的事', value: `${dayWords(entry.deedDate)} · ${entry.unitName}` },
          { term: '为什么改', value: reasonWord(reason) },
          { term: '谁提的', value: proposedByName || '一位同事', note: momentWords(proposedAtMs) },
        ]}
      />
      {why && <View className="t-sub">{why}</View>}
      {own && (
        <View className="row">
          <Button busy={busy} label={which} onTap={() => onWithdraw(correction)}>
            撤回
          </Button>
        </View>
      )}
      {!why && (
        <View className="button-pair">
          <Button busy={busy} label={which} onTap={() => onDecide(correction, false)}>
            不用改
          </Button>
          <Button busy={busy} label={which} onTap={() => onDecide(correction, true)}>
            同意改正
          </Button>
        </View>
      )}
    </Card>
  );
}
interface OneProps {
  correction: Correction;
  busy: boolean;
  onDecide: Decide;
  onWithdraw: (correction: Correction) => void;
}

const NOTHING = {
  icon: 'done',
  title: '没有等着改正的',
  words: '谁提了改正，会出现在这里，由没有提它的社区管理员来看。',
} as const;

/** Corrections that a second person has to look at. */
export function Waiting({ unitId }: { unitId: string }) {
  const waiting = useWhole('ledger.corrections', { unitId, limit: PAGE_MAX }, 'corrections');
  const { reload } = waiting;
  const wide = useWide();
  const { run, busy, refusal: decideRefusal } = useWrite('ledger.decideCorrection');
  const [told, setTold] = useState<Outcome>();
  const withdrawing = useWrite('ledger.withdrawCorrection');
  const decide: Decide = async ({ correctionId }, approve) => {
    setTold(undefined);
    const done = await run({ correctionId, approve });
    if (done) setTold(done.state);
    await reload();
  };
  const withdraw = async ({ correctionId }: Correction) => {
    setTold(undefined);
    const done = await withdrawing.run({ correctionId });
    if (done) setTold('withdrawn');
    await reload();
  };
  const one = (correction: Correction) => (
    <One
      key={correction.correctionId}
      correction={correction}
      busy={busy || withdrawing.busy}
      onDecide={decide}
      onWithdraw={withdraw}
    />
  );
  return (
    <View className="stack">
      {told && (
        <Alert kind="done" title={OUTCOMES[told].title}>
          {OUTCOMES[told].words}
        </Alert>
      )}
      <RefusalAlert refusal={decideRefusal ?? withdrawing.refusal} />
      <ListPage of={waiting} failed="名单没能打开" rows={3} empty={NOTHING}>
        {(corrections) =>
          wide ? (
            <CorrectionsTable corrections={corrections}>{one}</CorrectionsTable>
          ) : (
            <Windowed className="windowed-apart" each={2} rowsOf={4}>
              {corrections.map(one)}
            </Windowed>
          )
        }
      </ListPage>
    </View>
  );
}
