import { View } from '@tarojs/components';
import { useState } from 'react';
import { inGroups } from '../../../cloudfunctions/values/codes';
import { CONSENT_BELOW, isYoung } from '../../../cloudfunctions/values/people';
import { useRead } from '../../api/use-read';
import { useWrite } from '../../api/use-write';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Checkbox } from '../../components/checkbox';
import { Dialog } from '../../components/dialog';
import { Face } from '../../components/face';
import { Facts } from '../../components/facts';
import { List } from '../../components/list';
import { ListRow } from '../../components/list-row';
import { QrCode } from '../../components/qr-code';
import { RefusalAlert } from '../../components/refusal-alert';
import { Screen } from '../../components/screen';
import { SectionHeader } from '../../components/section-header';
import { ShownCode } from '../../components/shown-code';
import { Tag } from '../../components/tag';
import type { Me } from '../../session';
import { Gate } from '../../session/gate';
import { goTo } from '../../ways';
import { momentWords } from '../../words/dates';
import { Changes } from '../changes';
import { Consent } from '../consent';
import { PoolSwitches } from '../pool-switches';
import { relationWords } from '../relation';
import { servedBy } from '../served-by';
import { Wards } from '../wards';
import './page.scss';

type Household = NonNullable<Me['household']>;
type Member = Household['members'][number];
const OPEN = '◦';

function memberNote(member: Member, available: number | undefined): string {
  const age = member.age === null ? '' : `${member.age} 岁`;
  const points = available === undefined ? '' : `可兑换 ${available} 分`;
  const relation = member.isHead ? '' : relationWords(member.relation); // a tag says who the head is
  return [relation, age, points].filter(Boolean).join(' · ');
}

/** One-time invite of the head: shown once as a code to scan and to type. */
function Invite({ member, onClose }: { member: Member; onClose: () => void }) {
  const { run, busy, refusal } = useWrite('household.invite');
  const [made, setMade] = useState<Awaited<ReturnType<typeof run>>>();
  const make = async () => setMade(await run({ residentId: member.residentId }));
  const young = isYoung(member.age);
  const [agreed, setAgreed] = useState(!young);
  return (
    <Dialog title={`请${member.name}来绑定`} open onClose={onClose}>
      {made ? (
        <View className="centred stack">
          <QrCode text={made.qr} size={240} label="邀请码" />
          <ShownCode
            name="邀请码"
            code={made.code}
            share={`请你加入我家的积分户。打开“行为银行”，在“加入社区”里输入邀请码 ${inGroups(made.code)}，${momentWords(made.expiresAtMs)} 前有效。`}
          />
          <View className="t-sub">
            请{member.name}用自己的手机扫，或者在“加入社区”里输入。{momentWords(made.expiresAtMs)} 前有效，只能用一次。
          </View>
        </View>
      ) : (
        <View className="stack">
          <View>{`绑定以后，${member.name}能在自己的手机上签到、看存折、换东西。`}</View>
          {young && (
            <>
              <View>{`${member.name}不满 ${CONSENT_BELOW} 岁，要你这位监护人看过说明、同意了才能绑。`}</View>
              <Consent agreed={agreed} onChange={setAgreed} />
            </>
          )}
          <RefusalAlert refusal={refusal} onRetry={() => void make()} />
          <Button
            kind="primary"
            wide
            busy={busy}
            blocked={agreed ? undefined : '先看一下上面的说明，点同意'}
            onTap={() => void make()}
          >
            出一个邀请码
          </Button>
        </View>
      )}
    </Dialog>
  );
}

function Pooling({ me, household }: { me: Me; household: Household }) {
  const own = me.resident?.residentId;
  /* A ward who lives elsewhere lends to their own household, which the page of that ward says. */
  const mine = [
    ...household.members.filter(({ residentId }) => residentId === own),
    ...servedBy({ resident: me.resident, household }),
  ];
  return (
    <PoolSwitches
      people={mine}
      own={own}
      more={(set) =>
        household.headId === own && (
          <Checkbox
            role="switch"
            words="全家共有的积分，大人都可以用"
            note="户主同意一次就行"
            checked={household.poolAgreed}
            onChange={(agreed) => set({ household: true, agreed })}
          />
        )
      }
    />
  );
}

/** Points of the household as a note: never 0 for what is not known. */
function pointsNote(available: number | undefined, refused: boolean): string {
  if (available !== undefined) return `可兑换 ${available} 分`;
  return refused ? '现在没能看到' : '正在看…';
}

function Shown({ me, household }: { me: Me; household: Household }) {
  const { data, refusal, reload } = useRead('ledger.balance', {});
  const [inviting, setInviting] = useState<Member>();
  const balances = new Map(data?.household?.members.map((member) => [member.residentId, member.balance]));
  const total = data?.household?.total;
  const refused = refusal !== undefined && !data;
  const isHead = household.headId === me.resident?.residentId;
  return (
    <Screen title="我家">
      <View className="stack">
        {refused && <RefusalAlert refusal={refusal} onRetry={() => void reload()} />}
        <Card kind="raised">
          <View className="t-sub">全家累计 · 只加不减</View>
          <View className="num household-total">{total?.lifetime ?? OPEN}</View>
          <View className="t-sub">{pointsNote(total?.available, refused)}</View>
        </Card>
        <List label="家里人">
          {household.members.map((member) => (
            <ListRow
              key={member.residentId}
              lead={<Face name={member.name} />}
              title={member.name}
              note={memberNote(member, balances.get(member.residentId)?.available)}
              tag={member.isHead ? <Tag>户主</Tag> : member.isAssisted ? <Tag>代办</Tag> : undefined}
              onTap={() => goTo('pages/passbook', { holder: member.residentId })}
            />
          ))}
          <ListRow
            icon="home"
            title="全家共有"
            note={pointsNote(data?.household?.own.available, refused)}
            onTap={() => goTo('pages/passbook', { holder: household.householdId })}
          />
        </List>
        <Wards wards={me.wards} />
        {isHead && household.members.some((member) => !member.isBound && !member.isAssisted) && (
          <>
            <SectionHeader title="请家人来绑定" />
            <View className="stack">
              {household.members
                .filter((member) => !member.isBound && !member.isAssisted)
                .map((member) => (
                  <Button key={member.residentId} wide icon="plus" onTap={() => setInviting(member)}>
                    {`请${member.name}来绑定`}
                  </Button>
                ))}
            </View>
          </>
        )}
        {inviting && <Invite key={inviting.residentId} member={inviting} onClose={() => setInviting(undefined)} />}
      </View>
      <Pooling me={me} household={household} />
      <Changes about={{ householdId: household.householdId }} title="我家改过什么" />
      <SectionHeader title="住在哪里" />
      <Facts
        card
        items={[
          { term: '地址', value: household.address },
          { term: '社区', value: household.communityName, note: household.unitName },
          { term: '户编号', value: household.number },
          ...(household.headPhone ? [{ term: '户主电话', value: household.headPhone }] : []),
          ...(household.gridWorker
            ? [{ term: '网格员', value: household.gridWorker.name, note: household.gridWorker.phone ?? '' }]
            : []),
        ]}
      />
    </Screen>
  );
}

export default function HouseholdPage() {
  return (
    <Gate
      who="resident"
      title="还没有加入家庭户"
      words="绑定以后，这里能看到家里人和全家的积分。"
      screen={{ title: '我家' }}
    >
      {(resident) => <Shown {...resident} />}
    </Gate>
  );
}
