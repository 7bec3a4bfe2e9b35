import { View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '../../api/use-read';
import { EndOfList } from '../../components/end-of-list';
import { List } from '../../components/list';
import { ListRow } from '../../components/list-row';
import { EmptyState, ErrorState } from '../../components/page-state';
import { Screen } from '../../components/screen';
import { Segments } from '../../components/segments';
import { Skeleton } from '../../components/skeleton';
import { Tag } from '../../components/tag';
import { goTo } from '../../ways';
import { ICONS } from '../rewards/reward-words';
import { type Voucher, voucherLine } from './voucher-words';

type Which = 'usable' | 'over';
const TAGS = { issued: '可以用', redeemed: '已用过', cancelled: '已退回', lapsed: '过期了' } as const;

const Row = ({ voucher }: { voucher: Voucher }) => (
  <ListRow
    icon={ICONS[voucher.kind]}
    title={voucher.title}
    note={`${voucher.holderName} · ${voucherLine(voucher, Date.now())}`}
    tag={<Tag kind={voucher.state === 'issued' ? 'ok' : 'plain'}>{TAGS[voucher.state]}</Tag>}
    onTap={() => goTo('pages/voucher', { id: voucher.voucherId })}
  />
);

export default function VouchersPage() {
  const { data, refusal, reload } = useRead('reward.vouchers', { limit: 100 });
  const [view, choose] = useState<Which>('usable');
  const usable = data?.vouchers.filter(({ state }) => state === 'issued') ?? [];
  const over = data?.vouchers.filter(({ state }) => state !== 'issued') ?? [];
  const shown = view === 'usable' ? usable : over;
  return (
    <Screen title="我的兑换券">
      {!data &&
        (refusal ? (
          <ErrorState title="兑换券没能打开" onRetry={() => void reload()} trace={refusal.traceId || undefined} />
        ) : (
          <Skeleton rows={3} />
        ))}
      {data && (
        <Segments
          label="看哪些券"
          items={[
            { key: 'usable', word: '可以用', count: usable.length },
            { key: 'over', word: '用过的', count: over.length },
          ]}
          chosen={view}
          onChoose={choose}
        />
      )}
      {data && shown.length === 0 && (
        <EmptyState
          icon="ticket"
          title={view === 'usable' ? '还没有可用的券' : '还没有用过的券'}
          words="换好的券会放在这里。"
          {...(view === 'usable' && { action: { word: '去看看能换什么', onTap: () => goTo('pages/rewards') } })}
        />
      )}
      {shown.length > 0 && (
        <View>
          <List label="兑换券">
            {shown.map((voucher) => (
              <Row key={voucher.voucherId} voucher={voucher} />
            ))}
          </List>
          <EndOfList>{data?.nextCursor ? '先列最近换的 100 张' : '就这些了'}</EndOfList>
        </View>
      )}
    </Screen>
  );
}
