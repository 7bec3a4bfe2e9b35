import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useRead } from '../../api/use-read';
import { Button } from '../../components/button';
import { Face } from '../../components/face';
import { List } from '../../components/list';
import { ListRow } from '../../components/list-row';
import { EmptyState } from '../../components/page-state';
import { Screen } from '../../components/screen';
import type { Me } from '../../session';
import { Gate } from '../../session/gate';
import { goTo } from '../../ways';
import { MyCode } from '../my-code';
import { PoolSwitches } from '../pool-switches';
import { wardNote } from '../wards';

const SCREEN = { title: '由你监护的人' } as const;

/** All that a guardian does for a ward who lives elsewhere, in one place. */
function Ward({ ward }: { ward: Me['wards'][number] }) {
  const { residentId, name } = ward;
  const [codeOpen, setCodeOpen] = useState(false);
  const balance = useRead('ledger.balance', { holderId: residentId }).data?.balance;
  return (
    <>
      <MyCode open={codeOpen} onClose={() => setCodeOpen(false)} of={ward} />
      <List label={name}>
        <ListRow lead={<Face name={name} />} title={name} note={wardNote(ward)} />
        <ListRow
          icon="book"
          title="积分存折"
          note={balance ? `累计 ${balance.lifetime} 分，可兑换 ${balance.available} 分` : '每一笔都在'}
          onTap={() => goTo('pages/passbook', { holder: residentId })}
        />
        <ListRow icon="gift" title="换东西" note={`在“兑换”里选${name}`} onTap={() => goTo('pages/rewards')} />
        <ListRow icon="ticket" title="兑换券" note="你替他换好的券都在" onTap={() => goTo('pages/vouchers')} />
        <ListRow
          icon="code"
          title={`${name}的码`}
          note={`给工作人员扫，记到${name}名下`}
          onTap={() => setCodeOpen(true)}
        />
        <ListRow
          icon="settings"
          title="公开感谢时写不写全名"
          note="在“设置”里改"
          onTap={() => goTo('pages/settings')}
        />
      </List>
      <PoolSwitches people={[ward]} elsewhere />
    </>
  );
}

export default function WardPage() {
  const { id } = useRouter().params;
  return (
    <Screen {...SCREEN}>
      <Gate who="keeper" words="由你监护的人登记好以后，在这里看他的积分。">
        {({ me }) => {
          const ward = me.wards.find(({ residentId }) => residentId === id);
          return ward ? (
            <Ward ward={ward} />
          ) : (
            <View className="stack">
              <EmptyState icon="people" title="现在不由你监护" words="监护登记到期或者改过了。有疑问找网格员。" />
              <Button wide onTap={() => goTo('pages/me')}>
                回“我的”
              </Button>
            </View>
          );
        }}
      </Gate>
    </Screen>
  );
}
