import { View } from '@tarojs/components';
import { QUERY_MAX } from '../../../cloudfunctions/values/limits';
import { useRead } from '../../api/use-read';
import { Alert } from '../../components/alert';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { DeskList } from '../../components/data-table/desk-list';
import { SheetTold, SheetTools } from '../../components/data-table/sheet-tools';
import { Field } from '../../components/field';
import { Filters } from '../../components/filters';
import { leaveBegun } from '../../components/leaving/use-begun';
import { ListPage } from '../../components/list-page';
import { Screen } from '../../components/screen';
import { COLUMNS, type Offered } from './columns';
import { Doing, retiredWords } from './doing';
import { RewardPanel } from './reward-panel';
import { type Beside, useAside } from './use-aside';
import { keyOf, type OfferedList, useOffered } from './use-offered';

const NONE = { icon: 'gift', title: '没有这样的奖励', words: '去掉一个条件再看看，或者开一个新的。' } as const;

function Tools({ offered, beside }: { offered: OfferedList; beside: Beside }) {
  const { typed, type, sheet } = offered;
  return (
    <View className="list-tools">
      <View className="grow">
        <Field
          label="找奖励"
          labelHidden
          kind="search"
          icon="search"
          example="奖励的名称"
          value={typed}
          onInput={type}
          maxLength={QUERY_MAX}
        />
      </View>
      <SheetTools sheet={sheet} />
      <Button small icon="clock" onTap={() => leaveBegun(beside.time)}>
        兑换时间
      </Button>
      <Button small kind="primary" icon="plus" onTap={() => leaveBegun(beside.make)}>
        开一个奖励
      </Button>
    </View>
  );
}

/** One reward with all that there is to it. */
function Pane({ one: { rewardId, endedAtMs }, beside }: { one: Offered; beside: Beside }) {
  const asked = useRead('reward.get', { rewardId });
  return (
    <Answer of={asked} failed="奖励没能打开" rows={5}>
      {(reward) => (
        <RewardPanel
          reward={reward}
          ended={endedAtMs !== null}
          onAnew={() => beside.anew(rewardId)}
          onRetired={(title) => beside.close(retiredWords(title))}
        />
      )}
    </Answer>
  );
}

/** At a desk: all rewards as a table, and beside it the one that one has come to, or what is being done. */
export function RewardsDesk({ unitId, place }: { unitId: string; place: string }) {
  const offered = useOffered(unitId, place);
  const { rows, count, list, sorting, sheet, filters, inForce, sift } = offered;
  const beside = useAside(list.reload);
  const { aside, told, close } = beside;
  const instead = <ListPage of={list} failed="奖励没能打开" rows={5} empty={NONE} />;
  return (
    <Screen title="奖励" shell="staff" className="desk-fit" onBack={aside && (() => leaveBegun(() => close()))}>
      <View className="stack desk-page">
        <Tools {...{ offered, beside }} />
        <View className="row">
          <View className="grow">
            <Filters filters={filters} inForce={inForce} onChange={sift} />
          </View>
          {list.data && <View className="t-sub">{`一共 ${count} 样`}</View>}
        </View>
        <SheetTold sheet={sheet} />
        {told && <Alert kind="done" title={told} />}
        <DeskList
          key={JSON.stringify(inForce)}
          label="奖励"
          one="样"
          columns={COLUMNS}
          edit={{ word: '改一改', go: (id) => leaveBegun(() => beside.anew(id)) }}
          pane={(one) => <Pane key={keyOf(one)} {...{ one, beside }} />}
          aside={aside && <Doing {...{ unitId, beside }} />}
          {...{ rows, keyOf, count, list, sorting, sheet, instead }}
        />
      </View>
    </Screen>
  );
}
