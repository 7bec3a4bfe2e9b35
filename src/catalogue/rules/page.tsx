import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useWhole } from '../../api/use-whole';
import { ActionBar } from '../../components/action-bar';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { List } from '../../components/list';
import { ListPage } from '../../components/list-page';
import { ListRow } from '../../components/list-row';
import { Screen } from '../../components/screen';
import { SectionHeader } from '../../components/section-header';
import { Segments } from '../../components/segments';
import { TreeRings } from '../../components/tree-rings';
import { Windowed } from '../../components/windowed';
import { cut } from '../../components/windowed/cut';
import { useWhoever } from '../../session';
import { communityOf } from '../../session/work';
import { usePaper } from '../../theme/use-paper';
import { keepInAddress } from '../../ways';
import { limitsWords, worthShort } from '../../words/worth';
import { type Category, type Item, toCategories } from './categories';
import './page.scss';

const ROWS_A_PIECE = 6;
const RINGS = [4, 6, 5, 8, 7, 9, 6, 10, 8, 11];

/** What holds for every community: nobody decides it here. */
function Promises() {
  return (
    <View className="rules-promise">
      <TreeRings months={RINGS} on="jade" className="rules-rings" />
      <View className="t-head strong">只加分，不扣分</View>
      {['不过期，永远不清零', '规则改了，记过的不变', '本分的事，不计也不扣'].map((words) => (
        <View key={words} className="rules-line">
          <Icon name="check" size={16} />
          <View>{words}</View>
        </View>
      ))}
    </View>
  );
}

function Row({ item, basis }: { item: Item; basis: string | null }) {
  const lines = [
    item.condition,
    limitsWords(item) || `按${item.countedPer}计`,
    item.evidence && `要有：${item.evidence}`,
    item.programmeName && `特色品牌 ${item.programmeName}`,
    basis === null && item.policyDocumentNumber && `依据 ${item.policyDocumentNumber}`,
  ].filter(Boolean);
  return (
    <ListRow
      title={item.name}
      note={lines.map((line) => <View key={String(line)}>{line}</View>)}
      trail={<View className="jade strong">{worthShort(item)}</View>}
    />
  );
}

function Shown({ categories }: { categories: readonly Category[] }) {
  return (
    <Windowed each={1} rowsOf={ROWS_A_PIECE}>
      {categories.flatMap(({ name, items, basis }) =>
        cut(items, ROWS_A_PIECE).map((piece, i) => (
          <View key={piece[0]?.itemId ?? name}>
            {i === 0 && <SectionHeader title={name} note={basis ? `依据 ${basis}` : `${items.length} 件`} />}
            <List label={name}>
              {piece.map((item) => (
                <Row key={item.itemId} item={item} basis={basis} />
              ))}
            </List>
          </View>
        )),
      )}
    </Windowed>
  );
}

const ALL = '';

function Rules({ unitId }: { unitId: string }) {
  const { data, ...asked } = useWhole('catalogue.items', { unitId }, 'items');
  const [chosen, choose] = useState(ALL);
  const categories = data && toCategories(data);
  return (
    <ListPage
      of={{ data: categories, ...asked }}
      failed="规则没能打开"
      rows={5}
      empty={{ icon: 'book', title: '还没有公布积分项目', words: '社区公布以后，做什么记几分，都写在这里。' }}
      end="就这些了"
    >
      {(all) => (
        <View className="stack">
          <View className="only-screen">
            <Segments
              wrap
              label="哪一类"
              items={[
                { key: ALL, word: '全部' },
                ...all.map(({ name, items }) => ({ key: name, word: `${name} ${items.length}` })),
              ]}
              chosen={chosen}
              onChoose={choose}
            />
          </View>
          <Shown categories={chosen === ALL ? all : all.filter(({ name }) => name === chosen)} />
        </View>
      )}
    </ListPage>
  );
}

function Objecting({ phone }: { phone: string | null }) {
  return (
    <View>
      <SectionHeader title="觉得记得不对" />
      <View className="card card-plain card-padded">
        {`打开存折里的那一笔，把时间和事情告诉网格员或社区${phone ? `，电话 ${phone}` : ''}。改正要两个人办：一人提，一人同意；改正不是扣分。`}
      </View>
    </View>
  );
}

/** Somebody who does not live here and did not sign in looks at one community's after the other. */
function Communities({ onChoose }: { onChoose: (unitId: string) => void }) {
  const tree = useWhole('organisation.tree', { levels: ['community'] }, 'units');
  return (
    <ListPage
      of={tree}
      failed="社区没能打开"
      rows={4}
      empty={{ icon: 'home', title: '还没有社区', words: '有社区加入以后，这里能看它的规则。' }}
    >
      {(units) => (
        <List label="社区">
          {units.map(({ unitId, name }) => (
            <ListRow key={unitId} icon="home" title={name} onTap={() => onChoose(unitId)} />
          ))}
        </List>
      )}
    </ListPage>
  );
}

function Of({ unitId }: { unitId: string }) {
  const tree = useWhole('organisation.tree', { underUnitId: unitId, levels: ['community'] }, 'units');
  const print = process.env.TARO_ENV === 'h5' && (
    <ActionBar>
      <Button icon="print" onTap={() => window.print()}>
        打印
      </Button>
    </ActionBar>
  );
  const [unit] = tree.data ?? [];
  return (
    <Screen title="积分规则" lead={`${unit ? `${unit.name}，` : ''}谁都能看，不用登录`} actions={print}>
      <View className="stack">
        <Promises />
        <Rules unitId={unitId} />
        <Objecting phone={unit?.phone ?? null} />
      </View>
    </Screen>
  );
}

/** 积分规则: what earns, how much, on what basis, how to object; for everybody, signed in or not. */
export default function RulesPage() {
  const { unit } = useRouter().params;
  usePaper('A4', '12mm');
  const { me, refusal, reload } = useWhoever();
  const [chosen, choose] = useState(unit);
  const unitId = chosen ?? (me && communityOf(me));
  if (unitId) return <Of key={unitId} unitId={unitId} />;
  const pick = (id: string) => {
    choose(id);
    keepInAddress('unit', id);
  };
  const isNobody = refusal?.code === 'NOT_SIGNED_IN'; // which is no fault: anyone may look
  return (
    <Answer
      of={{ data: me !== undefined || isNobody || undefined, refusal: isNobody ? undefined : refusal, reload }}
      failed="没能打开"
      rows={4}
      screen={{ title: '积分规则' }}
    >
      {() => (
        <Screen title="积分规则" lead="看哪个社区的？">
          <Communities onChoose={pick} />
        </Screen>
      )}
    </Answer>
  );
}
