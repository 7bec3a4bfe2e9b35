import { View } from '@tarojs/components';
import { grouped } from '../../../cloudfunctions/values/codes';
import { ActionBar } from '../../components/action-bar';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';
import { Heading } from '../../components/heading';
import { EmptyState } from '../../components/page-state';
import { PaperButton, PaperTold, usePrinting } from '../../components/paper/paper-button';
import { QrCode } from '../../components/qr-code';
import { RefusalAlert } from '../../components/refusal-alert';
import { Screen } from '../../components/screen';
import { useMe } from '../../session';
import { usePaper } from '../../theme/use-paper';
import { replaceBy } from '../../ways';
import { type AskedCards, askedCards } from './asked-cards';
import { registerForm } from './register-form';
import { CARDS_A_SHEET, type Card, partsOf } from './sheets';
import { useCards } from './use-cards';
import './sheet.scss';

const WEB = process.env.TARO_ENV === 'h5';
const TITLE = '打印积分卡';
const QR_SIDE_PX = 112; // 26 mm of it dark, as on a bank card there is room for

function OneCard({ card }: { card: Card }) {
  return (
    <View className="cards-paper-card">
      <View className="cards-paper-top">
        <View className="cards-paper-what">家庭积分卡</View>
        <View>{card.communityName}</View>
      </View>
      <View className="cards-paper-middle">
        <View className="cards-paper-words">
          <View className="cards-paper-who">{`${card.headName || card.householdNumber} 家`}</View>
          <View className="cards-paper-address">{card.address}</View>
          <View className="cards-paper-number">{grouped(card.number)}</View>
          <View className="cards-paper-small">{`户编号 ${card.householdNumber} · 第 ${card.version} 张`}</View>
        </View>
        <QrCode text={card.qr} size={QR_SIDE_PX} label={`${card.headName}家的积分卡`} />
      </View>
      <View className="cards-paper-foot">
        {card.phone ? `全家都能用。丢了打 ${card.phone}，旧卡作废` : '全家都能用。丢了告诉社区，旧卡作废'}
      </View>
    </View>
  );
}

const MARKS = ['tl', 'tm', 'tr', 'bl', 'bm', 'br'] as const;

function Sheet({ cards, place, foot }: { cards: readonly Card[]; place: string; foot: string }) {
  return (
    <View className="cards-paper-sheet">
      <View className="cards-paper-head">
        <View>
          <Heading level={2}>{`家庭积分卡 ${cards.length} 张`}</Heading>
          <View>{place}</View>
        </View>
        <View>沿虚线剪开，和银行卡一样大</View>
      </View>
      <View className="cards-paper-cards">
        {MARKS.map((mark) => (
          <View key={mark} className={`cards-paper-mark cards-paper-${mark}`} />
        ))}
        {partsOf(cards, 2).map((row) => (
          <View key={row[0]?.householdId ?? ''} className="cards-paper-row">
            {row.map((card) => (
              <OneCard key={card.householdId} card={card} />
            ))}
          </View>
        ))}
      </View>
      <View className="cards-paper-below">
        <View>发一张，在“积分卡发放登记”上签一个名</View>
        <View>{foot}</View>
      </View>
    </View>
  );
}

const sheetsOf = (count: number) => Math.ceil(count / CARDS_A_SHEET);
const askedWords = ({ of, ids }: AskedCards) =>
  of === 'householdIds' ? `${ids.length} 户的积分卡` : `${ids.length} 人家里的积分卡`;

function doneWords(made: number, passedOver: number): string {
  const words = [
    made > 0 ? `${made} 张是新做的，其余的照原样再印一张。` : '都是正在用的卡，照原样再印一张，没有作废哪一张。',
    passedOver > 0 ? `${passedOver} 个没有印：那一户已经停用，或者那个人不住在哪一户。` : '',
  ];
  return words.join('');
}

/** With the cards goes the list on which each is signed for. */
function Register({ cards, place }: { cards: readonly Card[]; place: string }) {
  const { me } = useMe();
  const printing = usePrinting(async () => ({ ok: true, data: registerForm(cards, place, me?.resident?.name ?? '') }));
  return (
    <>
      <PaperTold printing={printing} />
      <PaperButton printing={printing}>打印积分卡发放登记</PaperButton>
    </>
  );
}

function Many({ asked }: { asked: AskedCards }) {
  const { busy, refusal, make, done } = useCards(asked);
  const bar = (
    <ActionBar note={done ? '要存成 PDF，打印时选“另存为 PDF”。纸张选 A4，缩放选 100%。' : undefined}>
      {done ? (
        <Button kind="primary" icon="print" onTap={() => window.print()}>
          {`打印 ${sheetsOf(done.cards.length)} 页`}
        </Button>
      ) : (
        <Button kind="primary" busy={busy} onTap={make}>
          排好这些卡
        </Button>
      )}
    </ActionBar>
  );
  if (!done)
    return (
      <Screen title={TITLE} shell="staff" actions={bar}>
        <View className="stack">
          <RefusalAlert refusal={refusal} onRetry={make} />
          <Alert kind="info" title={askedWords(asked)}>
            {`一页 A4 排 ${CARDS_A_SHEET} 张。正在用的卡照原样印，还没有卡的户做一张新的；停用了的旧卡不会印出来。`}
          </Alert>
        </View>
      </Screen>
    );
  const sheets = partsOf(done.cards, CARDS_A_SHEET);
  return (
    <Screen title={TITLE} actions={bar}>
      <View className="only-screen stack">
        <Alert kind="done" title={`${done.cards.length} 张排好了，${sheets.length} 页`}>
          {doneWords(done.made, done.passedOver)}
        </Alert>
        <Register cards={done.cards} place={asked.place} />
      </View>
      <View className="cards-paper">
        {sheets.map((cards, i) => (
          <Sheet
            key={cards[0]?.householdId ?? ''}
            cards={cards}
            place={asked.place}
            foot={`第 ${i + 1} 页，共 ${sheets.length} 页，${done.cards.length} 户`}
          />
        ))}
      </View>
    </Screen>
  );
}

/** Where there is no printer, and where nothing was chosen, one is told where to go. */
const Elsewhere = ({ words }: { words: string }) => (
  <Screen title={TITLE} shell="staff">
    <EmptyState
      icon="print"
      title="先选好要印哪些户"
      words={words}
      action={{ word: '去花名册', onTap: () => replaceBy('staff/people') }}
    />
  </Screen>
);

/** The cards of many households on A4, eight on a sheet, to be cut apart. */
export function ManyCards() {
  usePaper('A4', '0');
  const asked = askedCards();
  if (!WEB) return <Elsewhere words="手机上不能打印，请在电脑上打开花名册，选好以后点“打印积分卡”。" />;
  return asked ? <Many asked={asked} /> : <Elsewhere words="在花名册里按人或按户选好，点下面的“打印积分卡”。" />;
}
