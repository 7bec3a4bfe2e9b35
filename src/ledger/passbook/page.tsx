import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useRead } from '../../api/use-read';
import { ActionBar } from '../../components/action-bar';
import { Button } from '../../components/button';
import { ListPage } from '../../components/list-page';
import { PassbookMonth } from '../../components/passbook-month';
import { Screen } from '../../components/screen';
import { Windowed } from '../../components/windowed';
import { cut } from '../../components/windowed/cut';
import { type Me, useMe } from '../../session';
import { isStaff } from '../../session/work';
import { goTo } from '../../ways';
import { toMonths } from '../lines';
import { usePassbook } from './use-passbook';
import './page.scss';

/** A busy month holds sixty lines: pieces of it come and go as one scrolls. */
const LINES_A_PIECE = 6;

function Total({ word, points, hero }: { word: string; points: number; hero?: boolean }) {
  return (
    <View>
      <View className="t-sub">{word}</View>
      <View className={`num ${hero ? 'passbook-hero' : 'passbook-number'}`}>{points}</View>
    </View>
  );
}

/** The caller's family, and those whom they decide for elsewhere. */
const nearTo = (me: Me | undefined) => [...(me?.household?.members ?? []), ...(me?.wards ?? [])];

/** Whose book it is: the caller's, a member's of the family, the household's own; or, for staff, somebody's whom they serve. */
function useBook(holder: string | undefined): { title: string; shell: 'resident' | 'staff' } {
  const { me } = useMe();
  const family = nearTo(me).find(({ residentId }) => residentId === holder)?.name;
  const isHousehold = Boolean(holder) && holder === me?.household?.householdId;
  const isOwn = !holder || isHousehold || holder === me?.resident?.residentId;
  const served = me && isStaff(me) && !isOwn && family === undefined;
  const names = useRead('household.names', served ? { residentIds: [holder] } : null);
  const shell = served ? 'staff' : 'resident';
  if (isHousehold) return { title: '全家共有的存折', shell };
  const name = family ?? names.data?.names[0]?.name;
  return { title: name ? `${name}的存折` : '积分存折', shell };
}

const NEW = {
  icon: 'book',
  title: '存折还是新的',
  words: '参加一次活动，这里就有第一笔。没空也不要紧。',
  action: { word: '看看有什么活动', onTap: () => goTo('pages/activities') },
} as const;

export default function PassbookPage() {
  const { holder } = useRouter().params;
  const book = usePassbook(holder);
  const { title, shell } = useBook(holder);
  const print = Boolean(book.data?.length) && (
    <ActionBar>
      <Button wide icon="print" onTap={() => goTo('pages/passbook-print', { holder })}>
        {process.env.TARO_ENV === 'h5' ? '打印或保存' : '保存存折'}
      </Button>
    </ActionBar>
  );
  return (
    <Screen title={title} shell={shell} actions={print}>
      {book.balance && (
        <View className="passbook-totals">
          <Total word="累计" points={book.balance.lifetime} hero />
          <Total word="可兑换" points={book.balance.available} />
          {book.balance.held > 0 && <Total word="留着的" points={book.balance.held} />}
        </View>
      )}
      <ListPage of={book} failed="存折没能打开" rows={5} empty={NEW} more="再看早些的" end="从第一笔到现在，都在这里">
        {(entries) => (
          <Windowed each={1} rowsOf={LINES_A_PIECE}>
            {toMonths(entries, book.sums).flatMap(({ month, lines, ...rest }) =>
              cut(lines, LINES_A_PIECE).map((piece, i, all) => (
                <PassbookMonth
                  key={piece[0]?.id ?? month}
                  {...rest}
                  lines={piece}
                  begins={i === 0}
                  ends={i === all.length - 1}
                />
              )),
            )}
          </Windowed>
        )}
      </ListPage>
    </Screen>
  );
}
