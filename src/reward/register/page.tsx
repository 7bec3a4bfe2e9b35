import { View } from '@tarojs/components';
import { useState } from 'react';
import { QUERY_MAX } from '../../../cloudfunctions/values/limits';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { DeskList } from '../../components/data-table/desk-list';
import { SheetTold, SheetTools } from '../../components/data-table/sheet-tools';
import { Dialog } from '../../components/dialog';
import { Facts } from '../../components/facts';
import { Field } from '../../components/field';
import { Filters } from '../../components/filters';
import { Heading } from '../../components/heading';
import { List } from '../../components/list';
import { ListPage } from '../../components/list-page';
import { ListRow } from '../../components/list-row';
import { PaperButton, PaperTold } from '../../components/paper/paper-button';
import { Screen } from '../../components/screen';
import { Gate } from '../../session/gate';
import { useWide } from '../../theme/use-wide';
import { goTo } from '../../ways';
import { titleWords } from '../voucher-words';
import { COLUMNS, StateTag } from './columns';
import { keyOf, type Register, useRegister } from './use-register';
import { historyFacts, type Line, lineWords, sumWords } from './words';

const NONE = {
  icon: 'ticket',
  title: '没有这样的券',
  words: '居民换了东西，就会记在这里。条件太细，就去掉一个再看。',
} as const;

/** What is known of one voucher: what, for whom, what happened to it. */
function Told({ line }: { line: Line }) {
  const { holder, holderName, address, points, quantity, code, availableAfter } = line;
  return (
    <View className="stack">
      <Facts
        items={[
          { term: '谁的', value: holderName, ...(address && { note: address }) },
          { term: '积分', value: `${points} 分`, note: `${quantity} 份` },
          ...(availableAfter === null ? [] : [{ term: '换完还有', value: `${availableAfter} 分` }]),
          ...historyFacts(line),
          ...(code ? [{ term: '券号', value: code }] : []),
        ]}
      />
      {holder.kind === 'resident' && (
        <Button wide icon="book" onTap={() => goTo('pages/passbook', { holder: holder.id })}>
          看他的存折
        </Button>
      )}
    </View>
  );
}

const Pane = ({ line }: { line: Line }) => (
  <Card className="stack">
    <Heading level={2} size="t-title" className="strong">
      {titleWords(line)}
    </Heading>
    <Told line={line} />
  </Card>
);

/** On a phone: one below the other, each opens with its history. */
function Rows({ lines }: { lines: readonly Line[] }) {
  const [opened, open] = useState<Line>();
  return (
    <>
      <List label="兑换券">
        {lines.map((line) => (
          <ListRow
            key={keyOf(line)}
            title={`${line.holderName} · ${titleWords(line)}`}
            note={lineWords(line)}
            tag={<StateTag {...line} />}
            trail={<View className="num">{line.points}</View>}
            onTap={() => open(line)}
          />
        ))}
      </List>
      <Dialog title={opened ? titleWords(opened) : ''} open={opened !== undefined} onClose={() => open(undefined)}>
        {opened && <Told line={opened} />}
      </Dialog>
    </>
  );
}

const listOf = ({ list, data }: Register) => ({ ...list, data });

function Shown({ register }: { register: Register }) {
  const wide = useWide();
  const until = { failed: '登记没能打开', rows: 5, empty: NONE };
  if (!wide)
    return (
      <ListPage of={listOf(register)} {...until} more="再看早些的">
        {(lines) => <Rows lines={lines} />}
      </ListPage>
    );
  const { rows, count, list, sorting, sheet, asked } = register;
  return (
    <DeskList
      key={asked}
      label="兑换券"
      one="张"
      columns={COLUMNS}
      instead={<ListPage of={listOf(register)} {...until} />}
      pane={(line) => <Pane line={line} />}
      {...{ rows, keyOf, count, list, sorting, sheet }}
    />
  );
}

function Search({ register: { typed, type } }: { register: Register }) {
  return (
    <Field
      label="找人或奖励"
      labelHidden
      kind="search"
      icon="search"
      example="姓名或奖励"
      value={typed}
      onInput={type}
      maxLength={QUERY_MAX}
    />
  );
}

/** At a desk in a row; on a phone below each other, so that a name has room. */
function Tools({ register }: { register: Register }) {
  const { filters, inForce, sift, sheet, printing, data, count, sums } = register;
  const wide = useWide();
  const ways = (
    <>
      <SheetTools sheet={sheet} />
      <PaperButton printing={printing}>打印登记表</PaperButton>
    </>
  );
  const sieve = <Filters filters={filters} inForce={inForce} onChange={sift} />;
  const told = data && <View className="t-sub">{sumWords(count, sums)}</View>;
  if (!wide)
    return (
      <>
        <Search register={register} />
        {sieve}
        {told}
        <View className="list-tools">{ways}</View>
      </>
    );
  return (
    <>
      <View className="list-tools">
        <View className="grow">
          <Search register={register} />
        </View>
        {ways}
      </View>
      <View className="row">
        <View className="grow">{sieve}</View>
        {told}
      </View>
    </>
  );
}

function Vouchers(place: { unitId: string; communityId: string; place: string }) {
  const register = useRegister(place);
  return (
    <View className="stack desk-page">
      <Tools register={register} />
      <SheetTold sheet={register.sheet} />
      <PaperTold printing={register.printing} />
      <Shown register={register} />
    </View>
  );
}

const SCREEN = { title: '兑换登记', shell: 'staff' } as const;

/** 兑换登记: every voucher of the place, what happened to it, when and by whom. */
export default function RegisterPage() {
  return (
    <Gate who="staff" words="自己换的券，在“我的兑换券”里看。" rows={5} screen={SCREEN}>
      {({ unitId, communityId, role }) => (
        <Screen {...SCREEN} className="desk-fit">
          <Vouchers unitId={unitId} communityId={communityId} place={role.unitName} />
        </Screen>
      )}
    </Gate>
  );
}
