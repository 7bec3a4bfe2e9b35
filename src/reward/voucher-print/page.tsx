import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { businessDate } from '../../../cloudfunctions/values/dates';
import { useRead } from '../../api/use-read';
import { ActionBar } from '../../components/action-bar';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { Heading } from '../../components/heading';
import { EmptyState } from '../../components/page-state';
import { QrCode } from '../../components/qr-code';
import { Screen } from '../../components/screen';
import { useMe } from '../../session';
import { usePaper } from '../../theme/use-paper';
import { dayWords } from '../../words/dates';
import { placesOf, type Voucher } from '../voucher-words';
import './page.scss';

const QR_SIDE_PX = 216; // 57 mm on paper
const WEB = process.env.TARO_ENV === 'h5';

function PrintedVoucher({ voucher, helper }: { voucher: Voucher; helper: string | undefined }) {
  return (
    <View className="voucher-sheet">
      <View className="voucher-sheet-head">
        <View>{voucher.communityName} · 行为银行</View>
        <View>兑换券</View>
      </View>
      <View className="voucher-sheet-title">
        <Heading level={1}>{voucher.title}</Heading>
      </View>
      <View className="voucher-sheet-who">{[voucher.holderName, voucher.choice].filter(Boolean).join('　')}</View>
      <View className="voucher-sheet-middle">
        {voucher.qr && <QrCode text={voucher.qr} size={QR_SIDE_PX} label={`${voucher.title}的二维码`} />}
        <View>
          <View className="voucher-sheet-small">券码</View>
          <View className="voucher-sheet-code">{voucher.code ?? ''}</View>
          <View className="voucher-sheet-small">最晚哪天用</View>
          <View className="voucher-sheet-date">{businessDate(voucher.expiresAtMs).slice(0, 4)}年</View>
          <View className="voucher-sheet-date">{dayWords(businessDate(voucher.expiresAtMs))}</View>
        </View>
      </View>
      {placesOf(voucher).map(({ name, note }) => (
        <View key={name}>
          <View className="voucher-sheet-place">{name}</View>
          <View className="voucher-sheet-small">{note}</View>
        </View>
      ))}
      {voucher.steps.map((step, i) => (
        <View key={step} className="voucher-sheet-step">
          <View className="strong">{i + 1}</View>
          <View>{step}</View>
        </View>
      ))}
      <View className="voucher-sheet-foot">
        <View>
          <View className="strong">有不明白的，打电话问社区</View>
          <View>{[voucher.communityName, voucher.communityPhone].filter(Boolean).join('　')}</View>
          {helper && <View>{helper}</View>}
        </View>
        <View className="voucher-sheet-stamp">社区盖章处</View>
      </View>
    </View>
  );
}

const NotFound = () => (
  <Screen title="打印兑换券">
    <EmptyState icon="ticket" title="没有找到这张券" words="请返回上一页，重新打开这张券再打印。" />
  </Screen>
);

function Printed({ voucher, isOthers }: { voucher: Voucher; isOthers: boolean }) {
  const { me } = useMe();
  const worker = isOthers ? undefined : me?.household?.gridWorker;
  return (
    <Screen
      title="打印兑换券"
      actions={
        <ActionBar>
          {WEB ? (
            <Button kind="primary" icon="print" onTap={() => window.print()}>
              打印
            </Button>
          ) : (
            <View className="t-sub">手机上不能打印。请在电脑上打开“代办兑换”来打，或者把这一页截图。</View>
          )}
        </ActionBar>
      }
    >
      <PrintedVoucher voucher={voucher} helper={worker ? `网格员 ${worker.name}　${worker.phone ?? ''}` : undefined} />
    </Screen>
  );
}

/** The voucher on A5, black on white, in letters for old eyes. Printed from the web; by staff for another household, too. */
export default function VoucherPrintPage() {
  const { id = '', holder, kind } = useRouter().params;
  usePaper('A5', '0');
  useMe();
  const holderKind = kind === 'household' ? ('household' as const) : ('resident' as const);
  const asked = useRead('reward.vouchers', {
    voucherId: id,
    ...(holder && { holder: { kind: holderKind, id: holder } }),
  });
  return (
    <Answer of={asked} failed="这张券没能打开" screen={{ title: '打印兑换券' }}>
      {({ vouchers: [voucher] }) =>
        voucher ? <Printed voucher={voucher} isOthers={holder !== undefined} /> : <NotFound />
      }
    </Answer>
  );
}
