import { View } from '@tarojs/components';
import { type ComponentType, useState } from 'react';
import { CONSENT_BELOW, isYoung } from '../../../cloudfunctions/values/people';
import { useRead } from '../../api/use-read';
import { useWrite } from '../../api/use-write';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Face } from '../../components/face';
import { RefusalAlert } from '../../components/refusal-alert';
import { ShownCode } from '../../components/shown-code';
import { goTo } from '../../ways';
import { momentWords } from '../../words/dates';
import { numberWords } from '../../words/number';
import type { Member } from './household-data';
import { Unbind } from './unbind';

function Points({ residentId }: { residentId: string }) {
  const { data, refusal, reload } = useRead('ledger.balance', { holderId: residentId });
  if (refusal) return <RefusalAlert refusal={refusal} onRetry={() => void reload()} />;
  return (
    <View className="household-points">
      <Figure word="可兑换" points={data?.balance.available} className="num jade" />
      <Figure word="累计" points={data?.balance.lifetime} className="num" />
      <Figure word="冻结着" points={data?.balance.held} className="num" />
    </View>
  );
}

const Figure = ({ word, points, className }: { word: string; points: number | undefined; className: string }) => (
  <View className="household-figure">
    <View className="t-cap">{word}</View>
    <View className={className}>{points === undefined ? '…' : numberWords(points)}</View>
  </View>
);

/** Six digits for binding, shown once in large digits, to be told across the table with the card. */
function BindCode({ member }: { member: Member }) {
  const { run, busy, refusal } = useWrite('household.issueBindCode');
  const [made, setMade] = useState<Awaited<ReturnType<typeof run>>>();
  const make = async () => setMade(await run({ residentId: member.residentId }));
  if (made)
    return (
      <Card kind="soft">
        <View className="centred t-sub">{`把这个绑定码告诉${member.name}，和积分卡一起用`}</View>
        <ShownCode name="绑定码" code={made.code} />
        <View className="centred t-sub">{`到 ${momentWords(made.expiresAtMs)} 有效，只能用一次。关掉就看不到了。`}</View>
      </Card>
    );
  return (
    <>
      <RefusalAlert refusal={refusal} onRetry={() => void make()} />
      <Button wide icon="code" busy={busy} onTap={() => void make()}>
        出一个绑定码
      </Button>
    </>
  );
}

/** A child's guardian agrees by inviting them; staff give out no code for one. */
function HeadInvites({ name }: { name: string }) {
  return (
    <View className="t-sub">
      {`不满 ${CONSENT_BELOW} 岁的孩子不用绑定码：请户主打开自己手机的“我家”，点“请${name}来绑定”。`}
    </View>
  );
}

/** What a person holds that a room above knows of: the page brings it along. */
export type HoldingsOf = ComponentType<{ residentId: string }>;

export type EditPerson = (residentId: string) => void;
const toItsPage: EditPerson = (id) => goTo('staff/person', { id });

/** One member: points, vouchers, and what staff do for them. */
export function MemberPanel({ member, who, holdings: Holdings, onChanged, onEdit = toItsPage }: MemberPanelProps) {
  const { residentId, name } = member;
  return (
    <Card className="household-panel stack">
      <View className="row">
        <Face name={name} />
        <View className="grow">
          <View className="strong">{name}</View>
          <View className="t-sub">{who}</View>
        </View>
      </View>
      <Points residentId={residentId} />
      <Holdings residentId={residentId} />
      <View className="household-ways">
        <Button small icon="book" label={name} onTap={() => goTo('pages/passbook', { holder: residentId })}>
          看存折
        </Button>
        <Button small icon="ticket" label={name} onTap={() => goTo('staff/desk', { resident: residentId })}>
          代办兑换
        </Button>
        <Button small icon="edit" label={name} onTap={() => onEdit(residentId)}>
          改资料、搬家
        </Button>
      </View>
      {member.isBound ? (
        <Unbind member={member} onDone={onChanged} />
      ) : isYoung(member.age) ? (
        <HeadInvites name={member.name} />
      ) : (
        <BindCode member={member} />
      )}
    </Card>
  );
}
interface MemberPanelProps {
  member: Member;
  /** 户主 · 80 岁 */
  who: string;
  holdings: HoldingsOf;
  onChanged: () => void;
  onEdit?: EditPerson | undefined;
}
