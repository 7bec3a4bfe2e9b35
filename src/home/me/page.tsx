import { View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '../../api/use-read';
import { Card } from '../../components/card';
import { List } from '../../components/list';
import { ListRow } from '../../components/list-row';
import { ErrorState } from '../../components/page-state';
import { QrCode } from '../../components/qr-code';
import { Screen } from '../../components/screen';
import { Sheet } from '../../components/sheet';
import { Skeleton } from '../../components/skeleton';
import { type Me, useMe } from '../../session';
import { appoints, clerkRole, isStaff, roleWords, supervisorRole } from '../../session/work';
import { goTo } from '../../ways';
import { timeWords } from '../../words/dates';

/** For staff to scan at an event: who this is, for five minutes. */
function MyCode({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { data, refusal, reload } = useRead('household.personalCode', open ? {} : null, 240_000);
  return (
    <Sheet title="我的码" open={open} onClose={onClose}>
      {data ? (
        <View className="centred stack">
          <QrCode text={data.qr} size={260} label="我的码" />
          <View className="t-sub">给现场的工作人员扫，{timeWords(data.expiresAtMs)} 前有效，会自己换新的。</View>
        </View>
      ) : refusal ? (
        <ErrorState title="没能出码" refusal={refusal} onRetry={() => void reload()} />
      ) : (
        <Skeleton rows={2} />
      )}
    </Sheet>
  );
}

function Rows({ me }: { me: Me }) {
  const [codeOpen, setCodeOpen] = useState(false);
  const balance = useRead('ledger.balance', me.household ? {} : null);
  const vouchers = useRead('reward.vouchers', me.household ? { state: 'issued' as const, limit: 50 } : null);
  const own = balance.data?.balance;
  return (
    <View className="stack">
      <Card kind="raised">
        <View className="row">
          <View className="face">{me.resident?.name.slice(0, 1) ?? '我'}</View>
          <View className="grow">
            <View className="t-title strong">{me.resident?.name ?? '还没绑定'}</View>
            <View className="t-sub">
              {[me.household?.communityName, me.household?.address].filter(Boolean).join(' · ') || roleWords(me)}
            </View>
          </View>
        </View>
      </Card>
      <MyCode open={codeOpen} onClose={() => setCodeOpen(false)} />
      {me.household && (
        <List label="我的东西">
          <ListRow
            icon="book"
            title="积分存折"
            note={own ? `累计 ${own.lifetime} 分，可兑换 ${own.available} 分` : '每一笔都在'}
            onTap={() => goTo('pages/passbook')}
          />
          <ListRow
            icon="ticket"
            title="我的兑换券"
            note={vouchers.data ? `${vouchers.data.vouchers.length} 张可以用` : '换好的券都在'}
            onTap={() => goTo('pages/vouchers')}
          />
          <ListRow
            icon="people"
            title="我家"
            note={`${me.household.members.length} 口人，合用积分、请家人绑定`}
            onTap={() => goTo('pages/household')}
          />
          <ListRow icon="code" title="我的码" note="给工作人员扫，记到你名下" onTap={() => setCodeOpen(true)} />
        </List>
      )}
      {(isStaff(me) || clerkRole(me) || supervisorRole(me)) && (
        <List label="我的工作">
          {isStaff(me) && (
            <ListRow icon="door" title="工作台" note={roleWords(me)} onTap={() => goTo('staff/workbench')} />
          )}
          {supervisorRole(me) && (
            <ListRow icon="list" title="各社区" note="看看公布的积分和项目" onTap={() => goTo('staff/units')} />
          )}
          {appoints(me) && (
            <ListRow icon="person" title="人员和机构" note="谁在做什么，开通权限" onTap={() => goTo('staff/team')} />
          )}
          {clerkRole(me) && (
            <ListRow
              icon="scan"
              title="核销兑换券"
              note={clerkRole(me)?.providerName ?? ''}
              onTap={() => goTo('staff/verify')}
            />
          )}
        </List>
      )}
      <List label="设置">
        {!me.household && (
          <ListRow icon="home" title="加入社区" note="扫积分卡绑定，或者申请加入" onTap={() => goTo('pages/bind')} />
        )}
        <ListRow icon="settings" title="设置" note="大字、深色、我的资料与隐私" onTap={() => goTo('pages/settings')} />
      </List>
    </View>
  );
}

export default function MePage() {
  const { me, refusal, reload } = useMe();
  return (
    <Screen title="我的" tab="me">
      {me ? (
        <Rows me={me} />
      ) : refusal ? (
        <ErrorState title="没能打开" onRetry={() => void reload()} refusal={refusal} />
      ) : (
        <Skeleton rows={4} />
      )}
    </Screen>
  );
}
