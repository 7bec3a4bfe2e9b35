import { View } from '@tarojs/components';
import { useRead } from '../api/use-read';
import { List } from '../components/list';
import { ListRow } from '../components/list-row';
import { RefusalAlert } from '../components/refusal-alert';
import { clock } from '../device/clock';
import { goTo } from '../ways';
import { ICONS } from './reward-words';
import { linesAmong, titleWords } from './voucher-words';

/** The vouchers that a resident can still use, for the staff who look after them. */
export function HeldVouchers({ residentId }: { residentId: string }) {
  const holder = { kind: 'resident' as const, id: residentId };
  const { data, refusal, reload } = useRead('reward.vouchers', { holder, state: 'issued' });
  if (refusal) return <RefusalAlert refusal={refusal} onRetry={() => void reload()} />;
  if (!data || data.vouchers.length === 0)
    return <View className="t-sub">{data ? '手上没有兑换券。' : '正在看有没有兑换券…'}</View>;
  const line = linesAmong(data.vouchers, clock());
  return (
    <List label="手上的兑换券">
      {data.vouchers.map((voucher) => (
        <ListRow
          key={voucher.voucherId}
          icon={ICONS[voucher.kind]}
          title={titleWords(voucher)}
          note={line(voucher)}
          onTap={() => goTo('pages/voucher-print', { id: voucher.voucherId, holder: residentId })}
        />
      ))}
    </List>
  );
}
