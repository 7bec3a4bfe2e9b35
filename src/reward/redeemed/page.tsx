import { View } from '@tarojs/components';
import { useState } from 'react';
import { businessDate } from '../../../cloudfunctions/values/dates';
import { PAGE_MAX } from '../../../cloudfunctions/values/limits';
import type { DataOf, RequestFor } from '../../api';
import { usePages } from '../../api/use-pages';
import { readWhole } from '../../api/use-whole';
import type { Column } from '../../components/data-table';
import { DeskList } from '../../components/data-table/desk-list';
import { SheetTold, SheetTools } from '../../components/data-table/sheet-tools';
import { useSheet } from '../../components/data-table/use-sheet';
import { useSorting } from '../../components/data-table/use-sorting';
import { Filters } from '../../components/filters';
import { filterWords, type InForce } from '../../components/filters/in-force';
import { List } from '../../components/list';
import { ListPage } from '../../components/list-page';
import { ListRow } from '../../components/list-row';
import { Screen } from '../../components/screen';
import { clock } from '../../device/clock';
import { Gate } from '../../session/gate';
import { useWide } from '../../theme/use-wide';
import { fullDayWords } from '../../words/dates';
import { onlyOf, useSieve } from '../register/sieve';
import { sumWords, whenWords } from '../register/words';
import { titleWords } from '../voucher-words';

type Taken = DataOf<'reward.redeemedVouchers'>['vouchers'][number];

const COLUMNS: readonly Column<Taken>[] = [
  { key: 'when', title: '核销时间', cell: ({ redeemedAtMs }) => whenWords(redeemedAtMs), sortKey: 'time' },
  { key: 'name', title: '姓名', cell: ({ holderName }) => holderName },
  { key: 'what', title: '奖励', cell: ({ title, choice }) => titleWords({ title, choice }), sortKey: 'reward' },
  { key: 'quantity', title: '数量', cell: ({ quantity }) => quantity, align: 'right' },
  { key: 'code', title: '券号', cell: ({ code }) => code },
  { key: 'by', title: '经办', cell: ({ redeemedByName }) => redeemedByName },
  {
    key: 'issued',
    title: '换券时间',
    cell: ({ issuedAtMs }) => whenWords(issuedAtMs),
    sortKey: 'issued',
    shown: 'wide',
  },
  { key: 'points', title: '积分', cell: ({ points }) => points, sortKey: 'points', align: 'right', shown: 'wide' },
];

const keyOf = ({ voucherId }: Taken) => voucherId;
const NONE = {
  icon: 'ticket',
  title: '这里没有核销过的券',
  words: '核销好的券会记在这里，今天的和以前的都有。',
} as const;

function useTaken(providerId: string, place: string) {
  const { sort, sorting } = useSorting<NonNullable<RequestFor<'reward.redeemedVouchers'>['sort']>['by']>('time', true);
  const [inForce, sift] = useState<InForce>({});
  const question = { providerId, sort, only: onlyOf(inForce) };
  const { pages, ready, ...list } = usePages('reward.redeemedVouchers', question);
  const filters = useSieve(pages[0]?.among);
  const rows = pages.flatMap((page) => page.vouchers);
  const sheet = useSheet({
    title: '核销过的券',
    about: [place, filterWords(filters, inForce) || '全部', fullDayWords(businessDate(clock()))],
    columns: COLUMNS,
    keyOf,
    whole: () => readWhole('reward.redeemedVouchers', { ...question, limit: PAGE_MAX }, 'vouchers'),
  });
  const { count = 0, sums = { quantity: 0, points: 0 } } = pages[0] ?? {};
  return { sorting, inForce, sift, filters, rows, count, sums, list, sheet, data: ready ? rows : undefined };
}

const Rows = ({ taken }: { taken: readonly Taken[] }) => (
  <List label="核销过的券">
    {taken.map((one) => (
      <ListRow
        key={keyOf(one)}
        icon="check"
        title={`${titleWords(one)} · ${one.holderName}`}
        note={`券号 ${one.code} · ${one.redeemedByName}核销`}
        trail={<View className="t-sub">{whenWords(one.redeemedAtMs)}</View>}
      />
    ))}
  </List>
);

function Taken({ providerId, place }: { providerId: string; place: string }) {
  const { sorting, inForce, sift, filters, rows, count, sums, list, sheet, data } = useTaken(providerId, place);
  const wide = useWide();
  const until = { failed: '名单没能打开', rows: 5, empty: NONE };
  const of = { ...list, data };
  return (
    <View className="stack desk-page">
      <View className="list-tools">
        <View className="grow">{data && <View className="t-sub">{sumWords(count, sums)}</View>}</View>
        <SheetTools sheet={sheet} />
      </View>
      <Filters filters={filters} inForce={inForce} onChange={sift} />
      <SheetTold sheet={sheet} />
      {wide ? (
        <DeskList
          key={JSON.stringify(inForce)}
          label="核销过的券"
          one="张"
          columns={COLUMNS}
          instead={<ListPage of={of} {...until} />}
          {...{ rows, keyOf, count, list, sorting, sheet }}
        />
      ) : (
        <ListPage of={of} {...until} more="再看早些的">
          {(taken) => <Rows taken={taken} />}
        </ListPage>
      )}
    </View>
  );
}

const SCREEN = { title: '核销过的券', shell: 'staff' } as const;

/** What a clerk's place took in, today and before. */
export default function RedeemedPage() {
  return (
    <Gate who="clerk" words="卫生服务中心、书店这些地方的核销员在这里看。" rows={5} screen={SCREEN}>
      {({ me, providerId }) => (
        <Screen {...SCREEN} className="desk-fit">
          <Taken
            providerId={providerId}
            place={me.roles.find((held) => held.providerId === providerId)?.providerName ?? ''}
          />
        </Screen>
      )}
    </Gate>
  );
}
