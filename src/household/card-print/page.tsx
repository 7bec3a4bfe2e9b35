import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { grouped } from '../../../cloudfunctions/values/codes';
import { ActionBar } from '../../components/action-bar';
import { Button } from '../../components/button';
import { Heading } from '../../components/heading';
import { EmptyState } from '../../components/page-state';
import { QrCode } from '../../components/qr-code';
import { Screen } from '../../components/screen';
import { CAN_SAVE_SHEETS } from '../../device/sheet';
import { useMe } from '../../session';
import { usePaper } from '../../theme/use-paper';
import { replaceBy } from '../../ways';
import { type MadeCard, newestCard } from '../staff-household/made-card';
import { ManyCards } from './many';
import './page.scss';

const QR_SIDE_PX = 204; // 54 mm on paper

function PrintedCard({ card }: { card: MadeCard }) {
  return (
    <View className="card-sheet">
      <View className="card-sheet-head">
        <View>{card.communityName}</View>
        <View>行为银行</View>
      </View>
      <View className="card-sheet-title">
        <Heading level={2}>家庭积分卡</Heading>
      </View>
      <View className="card-sheet-who">{`${card.headName}家`}</View>
      <View className="card-sheet-middle">
        <QrCode text={card.qr} size={QR_SIDE_PX} label={`${card.headName}家的积分卡`} />
        <View className="card-sheet-use">
          <View>签到：扫一扫</View>
          <View>兑换：带来社区</View>
          <View>绑定：配绑定码</View>
        </View>
      </View>
      <View className="card-sheet-small">扫不了，报这个卡号</View>
      <View className="card-sheet-number">{grouped(card.number)}</View>
      <View className="card-sheet-foot">
        <View>{`户编号 ${card.householdNumber}　第 ${card.version} 张`}</View>
        <View>丢了请马上告诉社区，停用换新的，积分不少。</View>
      </View>
    </View>
  );
}

/** One household's card or those of many, each on the paper that it needs. */
export default function CardPrintPage() {
  const { many, household } = useRouter().params;
  useMe();
  return many ? <ManyCards /> : <OneCard household={household} />;
}

const REPRINT = CAN_SAVE_SHEETS
  ? '卡还在用，不用重做：回到这一户，点“再印这张卡”。'
  : '卡还在用，不用重做：在电脑上打开网页，到这一户点“再印这张卡”。';

/** On A6, black on white, in letters for old eyes. */
function OneCard({ household }: { household: string | undefined }) {
  usePaper('A6', '0');
  const [card] = useState(newestCard);
  if (!card)
    return (
      <Screen title="打印积分卡" shell="staff">
        <EmptyState
          icon="print"
          title="卡只在做好的时候显示"
          words={REPRINT}
          action={{
            word: household ? '回到这一户' : '去花名册',
            onTap: () => (household ? replaceBy('staff/household', { id: household }) : replaceBy('staff/people')),
          }}
        />
      </Screen>
    );
  return (
    <Screen
      title="打印积分卡"
      actions={
        process.env.TARO_ENV === 'h5' && (
          <ActionBar>
            <Button kind="primary" icon="print" onTap={() => window.print()}>
              打印
            </Button>
          </ActionBar>
        )
      }
    >
      <PrintedCard card={card} />
    </Screen>
  );
}
