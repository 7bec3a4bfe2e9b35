import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useRead } from '../../api/use-read';
import { useWrite } from '../../api/use-write';
import { ActionBar } from '../../components/action-bar';
import { Alert } from '../../components/alert';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { Facts } from '../../components/facts';
import { EmptyState } from '../../components/page-state';
import { RefusalAlert } from '../../components/refusal-alert';
import { Screen } from '../../components/screen';
import { VoucherCard } from '../../components/voucher-card';
import { clock } from '../../device/clock';
import { useBrightness } from '../../device/screenlight';
import { goTo, replaceBy } from '../../ways';
import { STATES, shareWords, type Voucher, voucherFacts } from '../voucher-words';

const WEB = process.env.TARO_ENV === 'h5';

/** Asked once more: giving back is easy to do and easy to redo, but the neighbour should know what it does. */
function GiveBack({ voucher, onDone }: { voucher: Voucher; onDone: () => void }) {
  const [open, setOpen] = useState(false);
  const { run, busy, refusal } = useWrite('reward.cancelVoucher');
  const giveBack = async () => {
    if (!(await run({ voucherId: voucher.voucherId }))) return;
    setOpen(false);
    onDone();
  };
  return (
    <>
      <Button wide icon="swap" onTap={() => setOpen(true)}>
        不去了，退回积分
      </Button>
      <Dialog
        title="退回这张券？"
        open={open}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onTap={() => setOpen(false)}>先留着</Button>
            <Button kind="primary" busy={busy} onTap={() => void giveBack()}>
              {`退回 ${voucher.points} 分`}
            </Button>
          </>
        }
      >
        <View>{`${voucher.points} 分会马上回来，还能再换。累计积分一直不变。`}</View>
        <RefusalAlert refusal={refusal} onRetry={() => void giveBack()} />
      </Dialog>
    </>
  );
}

/** On WeChat the screen can be made brighter for the clerk's scanner. */
function Brighter() {
  const { isBright, brighten, restore } = useBrightness();
  return (
    <ActionBar>
      <Button kind="primary" icon="bright" onTap={isBright ? restore : brighten}>
        {isBright ? '屏幕调回来' : '屏幕调亮，给服务台看'}
      </Button>
    </ActionBar>
  );
}

function Steps({ voucher, onChanged }: { voucher: Voucher; onChanged: () => void }) {
  if (voucher.state !== 'issued')
    return (
      <Button wide icon="gift" onTap={() => goTo('pages/rewards')}>
        去看看能换什么
      </Button>
    );
  return (
    <>
      {WEB && (
        <Button wide icon="print" onTap={() => goTo('pages/voucher-print', { id: voucher.voucherId })}>
          打印大字版
        </Button>
      )}
      <GiveBack voucher={voucher} onDone={onChanged} />
    </>
  );
}

function Shown({ voucher, fresh, reload }: { voucher: Voucher; fresh: boolean; reload: () => void }) {
  const usable = voucher.state === 'issued';
  return (
    <Screen title="我的兑换券" actions={usable && !WEB && <Brighter />}>
      <View className="stack">
        {fresh && usable && (
          <Alert kind="done" title="换好了">
            {`${voucher.points} 分先给你留着，去的时候把这一页给工作人员看。`}
          </Alert>
        )}
        <VoucherCard
          title={voucher.choice ? `${voucher.title} · ${voucher.choice}` : voucher.title}
          who={voucher.holderName}
          state={STATES[voucher.state]}
          code={voucher.code ?? ''}
          share={shareWords(voucher)}
          {...(voucher.qr && { qrText: voucher.qr })}
        >
          <Facts ruled={false} items={voucherFacts(voucher, clock())} />
        </VoucherCard>
        <Steps voucher={voucher} onChanged={reload} />
      </View>
    </Screen>
  );
}

const NotFound = () => (
  <Screen title="我的兑换券">
    <EmptyState
      icon="ticket"
      title="没有找到这张券"
      words="这里只能打开自己的和家里的券。"
      action={{ word: '看看我的兑换券', onTap: () => replaceBy('pages/vouchers') }}
    />
  </Screen>
);

export default function VoucherPage() {
  const { id = '', fresh } = useRouter().params;
  const asked = useRead('reward.vouchers', { voucherId: id });
  return (
    <Answer of={asked} failed="这张券没能打开" screen={{ title: '我的兑换券' }}>
      {({ vouchers: [voucher] }) =>
        voucher ? <Shown voucher={voucher} fresh={fresh === '1'} reload={() => void asked.reload()} /> : <NotFound />
      }
    </Answer>
  );
}
