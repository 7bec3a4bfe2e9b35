import { View } from '@tarojs/components';
import { useState } from 'react';
import { usePages } from '../../api/use-pages';
import { List } from '../../components/list';
import { ListFoot } from '../../components/list-foot';
import { ListRow } from '../../components/list-row';
import { EmptyState, ErrorState } from '../../components/page-state';
import { Screen } from '../../components/screen';
import { Segments } from '../../components/segments';
import { Skeleton } from '../../components/skeleton';
import { Tag } from '../../components/tag';
import { goTo } from '../../ways';
import { ICONS } from '../reward-words';
import { titleWords, type Voucher, voucherLine } from '../voucher-words';

type Which = 'usable' | 'over';
const TAGS = { issued: '可以用', redeemed: '已用过', cancelled: '已退回', lapsed: '过期了' } as const;

const Row = ({ voucher }: { voucher: Voucher }) => (
  <ListRow
    icon={ICONS[voucher.kind]}
    title={titleWords(voucher)}
    note={`${voucher.holderName} · ${voucherLine(voucher, Date.now())}`}
    tag={<Tag kind={voucher.state === 'issued' ? 'ok' : 'plain'}>{TAGS[voucher.state]}</Tag>}
    onTap={() => goTo('pages/voucher', { id: voucher.voucherId })}
  />
);

export default function VouchersPage() {
  const { pages, ready, refusal, reload, ...list } = usePages('reward.vouchers', { limit: 100 });
  const [view, choose] = useState<Which>('usable');
  const vouchers = pages.flatMap((page) => page.vouchers);
  const usable = vouchers.filter(({ state }) => state === 'issued');
  const over = vouchers.filter(({ state }) => state !== 'issued');
  const shown = view === 'usable' ? usable : over;
  return (
    <Screen title="我的兑换券">
      {!ready &&
        (refusal ? (
          <ErrorState title="兑换券没能打开" onRetry={() => void reload()} refusal={refusal} />
        ) : (
          <Skeleton rows={3} />
        ))}
      {ready && (
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
      {ready && shown.length === 0 && !list.hasMore && (
        <EmptyState
          icon="ticket"
          title={view === 'usable' ? '还没有可用的券' : '还没有用过的券'}
          words="换好的券会放在这里。"
          {...(view === 'usable' && { action: { word: '去看看能换什么', onTap: () => goTo('pages/rewards') } })}
        />
      )}
      {(shown.length > 0 || list.hasMore) && (
        <View>
          <List label="兑换券">
            {shown.map((voucher) => (
              <Row key={voucher.voucherId} voucher={voucher} />
            ))}
          </List>
          <ListFoot list={list} more="再看早些的" />
        </View>
      )}
    </Screen>
  );
}
