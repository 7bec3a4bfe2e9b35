import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { ListFoot } from '../../components/list-foot';
import { RefusalAlert } from '../../components/refusal-alert';
import { SectionHeader } from '../../components/section-header';
import { Windowed } from '../../components/windowed';
import { clock } from '../../device/clock';
import { goTo } from '../../ways';
import { titleWords, type Voucher, voucherLine } from '../voucher-words';
import type { Counter } from './use-desk';

export const printVoucher = ({ voucherId, holder }: Voucher) =>
  goTo('pages/voucher-print', { id: voucherId, holder: holder.id, kind: holder.kind });

function Hand({ counter, voucher }: { counter: Counter; voucher: Voucher }) {
  const [asked, setAsked] = useState(false);
  const { title, points, code } = voucher;
  const which = [title, code && `券码 ${code}`].filter(Boolean).join('，');
  return (
    <Card className="stack">
      <View>
        <View className="strong">{titleWords(voucher)}</View>
        <View className="t-sub">{voucherLine(voucher, clock())}</View>
        {code && <View className="t-sub">{`券码 ${code}`}</View>}
      </View>
      {asked ? (
        <View className="stack">
          <View>{`退回以后这张券就不能用了，${points} 分马上回到原来的账户。`}</View>
          <View className="row">
            <Button small onTap={() => setAsked(false)}>
              不退了
            </Button>
            <Button small kind="danger" busy={counter.cancelling} onTap={() => void counter.cancel(voucher)}>
              {`退回 ${points} 分`}
            </Button>
          </View>
        </View>
      ) : (
        <View className="row">
          <Button small icon="print" label={which} onTap={() => printVoucher(voucher)}>
            打印
          </Button>
          <Button small kind="quiet" label={which} onTap={() => setAsked(true)}>
            替他退回
          </Button>
        </View>
      )}
    </Card>
  );
}

/** Vouchers that can still be used: to print again, or to give back. */
export function InHand({ counter }: { counter: Counter }) {
  const { vouchers, moreVouchers } = counter;
  if (vouchers.length === 0) return null;
  const count = moreVouchers.hasMore ? `先看 ${vouchers.length} 张` : `${vouchers.length} 张`;
  return (
    <View className="stack">
      <SectionHeader title="手里还没用的券" note={count} />
      <RefusalAlert refusal={counter.cancelRefusal} />
      <Windowed className="windowed-apart" each={2} rowsOf={2}>
        {vouchers.map((voucher) => (
          <Hand key={voucher.voucherId} counter={counter} voucher={voucher} />
        ))}
      </Windowed>
      {moreVouchers.hasMore && <ListFoot list={moreVouchers} more="再看别的券" />}
    </View>
  );
}
