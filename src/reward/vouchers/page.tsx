import { useState } from 'react';
import { PAGE_MAX } from '../../../cloudfunctions/values/limits';
import { usePages } from '../../api/use-pages';
import { List } from '../../components/list';
import { ListPage } from '../../components/list-page';
import { ListRow } from '../../components/list-row';
import { Screen } from '../../components/screen';
import { Segments } from '../../components/segments';
import { Tag } from '../../components/tag';
import { clock } from '../../device/clock';
import { Gate } from '../../session/gate';
import { goTo } from '../../ways';
import { ICONS } from '../reward-words';
import { linesAmong, titleWords, type Voucher } from '../voucher-words';

type Which = 'usable' | 'over';
const TAGS = { issued: '可以用', redeemed: '已用过', cancelled: '已退回', lapsed: '过期了' } as const;

const Row = ({ voucher, line }: { voucher: Voucher; line: string }) => (
  <ListRow
    icon={ICONS[voucher.kind]}
    title={titleWords(voucher)}
    note={`${voucher.holderName} · ${line}`}
    tag={<Tag kind={voucher.state === 'issued' ? 'ok' : 'plain'}>{TAGS[voucher.state]}</Tag>}
    onTap={() => goTo('pages/voucher', { id: voucher.voucherId })}
  />
);

function Rows({ vouchers }: { vouchers: readonly Voucher[] }) {
  const line = linesAmong(vouchers, clock());
  return (
    <List label="兑换券">
      {vouchers.map((voucher) => (
        <Row key={voucher.voucherId} voucher={voucher} line={line(voucher)} />
      ))}
    </List>
  );
}

function emptyOf(view: Which) {
  const none = { icon: 'ticket' as const, words: '换好的券会放在这里。' };
  if (view === 'over') return { ...none, title: '还没有用过的券' };
  return {
    ...none,
    title: '还没有可用的券',
    action: { word: '去看看能换什么', onTap: () => goTo('pages/rewards') },
  };
}

function Vouchers() {
  const { pages, ready, ...list } = usePages('reward.vouchers', { limit: PAGE_MAX });
  const [view, choose] = useState<Which>('usable');
  const vouchers = pages.flatMap((page) => page.vouchers);
  const usable = vouchers.filter(({ state }) => state === 'issued');
  const over = vouchers.filter(({ state }) => state !== 'issued');
  const shown = view === 'usable' ? usable : over;
  return (
    <>
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
      <ListPage
        of={{ data: ready ? shown : undefined, ...list }}
        failed="兑换券没能打开"
        rows={3}
        empty={emptyOf(view)}
        more="再看早些的"
      >
        {(rows) => <Rows vouchers={rows} />}
      </ListPage>
    </>
  );
}

export default function VouchersPage() {
  return (
    <Screen title="我的兑换券">
      <Gate who="keeper" words="加入以后，换好的券会放在这里。" failed="兑换券没能打开" rows={3}>
        {() => <Vouchers />}
      </Gate>
    </Screen>
  );
}
