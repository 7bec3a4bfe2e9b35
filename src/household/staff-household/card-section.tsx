import { View } from '@tarojs/components';
import { useState } from 'react';
import { businessDate } from '../../../cloudfunctions/values/dates';
import { useWrite } from '../../api/use-write';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { RefusalAlert } from '../../components/refusal-alert';
import { SectionHeader } from '../../components/section-header';
import { CAN_SAVE_SHEETS } from '../../device/sheet';
import { goTo } from '../../ways';
import { fullDayWords } from '../../words/dates';
import { goToPrint } from '../card-print/asked-cards';
import type { Household } from './household-data';
import { keepCard } from './made-card';

type Asked = 'issue' | 'revoke' | undefined;

const QUESTIONS = {
  issue: { title: '做一张新卡？', words: '做好新卡，旧的那张马上就不能用了。', yes: '做新卡，去打印' },
  revoke: { title: '停用这张卡？', words: '停用以后谁也不能再用它。积分不受影响，随时可以做新的。', yes: '停用' },
} as const;

function useCard({ householdId }: Household, onChanged: () => void) {
  const issuing = useWrite('household.issueCard');
  const revoking = useWrite('household.revokeCard');
  const [revoked, setRevoked] = useState(false);
  const issue = async () => {
    const card = await issuing.run({ householdId });
    if (!card) return;
    keepCard(card);
    onChanged();
    goTo('staff/card-print', { household: householdId });
  };
  const revoke = async () => {
    if (!(await revoking.run({ householdId }))) return;
    setRevoked(true);
    onChanged();
  };
  return { issue, revoke, revoked, busy: issuing.busy || revoking.busy, refusal: issuing.refusal ?? revoking.refusal };
}

interface WaysProps {
  household: Household;
  busy: boolean;
  ask: (asked: Asked) => void;
  onIssue: () => void;
}

function Ways({ household: { householdId, unitName, card }, busy, ask, onIssue }: WaysProps) {
  if (!card)
    return (
      <View className="household-ways">
        <Button small icon="print" busy={busy} onTap={onIssue}>
          做一张卡
        </Button>
      </View>
    );
  return (
    <View className="household-ways">
      {CAN_SAVE_SHEETS && (
        <Button small icon="print" onTap={() => goToPrint({ of: 'householdIds', ids: [householdId], place: unitName })}>
          再印这张卡
        </Button>
      )}
      <Button small icon="again" busy={busy} onTap={() => ask('issue')}>
        做新卡
      </Button>
      <Button small kind="danger" busy={busy} onTap={() => ask('revoke')}>
        卡丢了，停用
      </Button>
    </View>
  );
}

/** The printed card: for those without a phone, and to bind with. */
export function CardSection({ household, onChanged }: { household: Household; onChanged: () => void }) {
  const { card } = household;
  const { issue, revoke, revoked, busy, refusal } = useCard(household, onChanged);
  const [asked, ask] = useState<Asked>();
  const question = asked && QUESTIONS[asked];
  const answer = () => {
    ask(undefined);
    void (asked === 'issue' ? issue() : revoke());
  };
  return (
    <>
      <SectionHeader title="家庭积分卡" />
      <Card className="stack">
        <RefusalAlert refusal={refusal} />
        {revoked && !card && <Alert kind="done" title="卡已经停用了" />}
        <View>
          {card
            ? `第 ${card.version} 张，${fullDayWords(businessDate(card.issuedAtMs))} 做的，正在用。`
            : '还没有能用的卡。'}
        </View>
        {question ? (
          <View className="stack">
            <Alert title={question.title}>{question.words}</Alert>
            <View className="household-ways">
              <Button small onTap={() => ask(undefined)}>
                先不
              </Button>
              <Button small kind={asked === 'revoke' ? 'danger' : 'line'} onTap={answer}>
                {question.yes}
              </Button>
            </View>
          </View>
        ) : (
          <Ways {...{ household, busy, ask }} onIssue={() => void issue()} />
        )}
      </Card>
    </>
  );
}
