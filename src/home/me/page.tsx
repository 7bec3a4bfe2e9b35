import { View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '../../api/use-read';
import { Answer } from '../../components/answer';
import { Card } from '../../components/card';
import { Face } from '../../components/face';
import { List } from '../../components/list';
import { ListRow } from '../../components/list-row';
import { Screen } from '../../components/screen';
import { unseenWords } from '../../household/inbox/words';
import { MyCode } from '../../household/my-code';
import { Wards } from '../../household/wards';
import { type Me, useMe } from '../../session';
import { appoints, clerkRole, isStaff, roleWords, supervisorRole } from '../../session/work';
import { goTo } from '../../ways';

function Person({ me: { resident, household }, otherwise }: { me: Me; otherwise: string }) {
  const name = resident?.name;
  return (
    <Card kind="raised">
      <View className="row">
        <Face name={name ?? '我'} />
        <View className="grow">
          <View className="t-title strong">{name ?? '还没绑定'}</View>
          <View className="t-sub">
            {[household?.communityName, household?.address].filter(Boolean).join(' · ') || otherwise}
          </View>
        </View>
      </View>
    </Card>
  );
}

/** What somebody who lives here has: their points, vouchers, family, and the code that says who they are. */
function Belongings({ household }: { household: NonNullable<Me['household']> }) {
  const [codeOpen, setCodeOpen] = useState(false);
  const balance = useRead('ledger.balance', {});
  const vouchers = useRead('reward.vouchers', { state: 'issued', limit: 50 });
  const news = useRead('household.news', { limit: 1 });
  const own = balance.data?.balance;
  return (
    <>
      <MyCode open={codeOpen} onClose={() => setCodeOpen(false)} />
      <List label="我的东西">
        <ListRow
          icon="bell"
          title="消息"
          note={unseenWords(news.data?.unseen ?? 0) || '谁改了你家的登记，这里都有'}
          onTap={() => goTo('pages/inbox')}
        />
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
          note={`${household.members.length} 口人，合用积分、请家人绑定`}
          onTap={() => goTo('pages/household')}
        />
        <ListRow icon="code" title="我的码" note="给工作人员扫，记到你名下" onTap={() => setCodeOpen(true)} />
      </List>
    </>
  );
}

function Work({ me }: { me: Me }) {
  const clerk = clerkRole(me);
  const staff = isStaff(me);
  const supervisor = supervisorRole(me);
  if (!staff && !clerk && !supervisor) return null;
  return (
    <List label="我的工作">
      {staff && <ListRow icon="door" title="工作台" note={roleWords(me)} onTap={() => goTo('staff/workbench')} />}
      {supervisor && (
        <ListRow icon="list" title="各社区" note="看看公布的积分和项目" onTap={() => goTo('staff/units')} />
      )}
      {appoints(me) && (
        <ListRow icon="person" title="人员和机构" note="谁在做什么，开通权限" onTap={() => goTo('staff/team')} />
      )}
      {clerk && (
        <ListRow icon="scan" title="核销兑换券" note={clerk.providerName ?? ''} onTap={() => goTo('staff/redeem')} />
      )}
    </List>
  );
}

function Rows({ me }: { me: Me }) {
  return (
    <View className="stack">
      <Person me={me} otherwise={roleWords(me)} />
      {me.household && <Belongings household={me.household} />}
      {!me.household && me.wards.length > 0 && (
        <>
          <Wards wards={me.wards} />
          <List label="消息">
            <ListRow icon="bell" title="消息" note="谁改了登记，这里都有" onTap={() => goTo('pages/inbox')} />
          </List>
        </>
      )}
      <Work me={me} />
      <List label="设置">
        {!me.household && (
          <ListRow icon="home" title="加入社区" note="扫积分卡绑定，或者申请加入" onTap={() => goTo('pages/bind')} />
        )}
        <ListRow icon="book" title="积分规则" note="做什么记几分，凭什么，谁都能看" onTap={() => goTo('pages/rules')} />
        <ListRow icon="settings" title="设置" note="大字、深色、我的资料与隐私" onTap={() => goTo('pages/settings')} />
      </List>
    </View>
  );
}

export default function MePage() {
  const { me, refusal, reload } = useMe();
  return (
    <Screen title="我的" tab="me">
      <Answer of={{ data: me, refusal, reload }} failed="没能打开">
        {(known) => <Rows me={known} />}
      </Answer>
    </Screen>
  );
}
