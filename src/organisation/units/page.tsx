import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Answer } from '../../components/answer';
import { List } from '../../components/list';
import { ListRow } from '../../components/list-row';
import { EmptyState } from '../../components/page-state';
import { Screen } from '../../components/screen';
import { SectionHeader } from '../../components/section-header';
import { Tag } from '../../components/tag';
import { Windowed } from '../../components/windowed';
import { cut, sizeOf } from '../../components/windowed/cut';
import { Gate } from '../../session/gate';
import { roleWords } from '../../session/work';
import { useWide } from '../../theme/use-wide';
import { goTo } from '../../ways';
import { fullDayWords } from '../../words/dates';
import { CommunityView } from './community-view';
import { type Group, type Unit, useUnits } from './use-units';

const STAGES = { preparing: '筹备中', trial: '试运行', running: '在运行' } as const;

/** A group with more than these is drawn in pieces. */
const ROWS_A_PIECE = 6;

function Row({ unit, here, onTap }: { unit: Unit; here: boolean; onTap: () => void }) {
  return (
    <View className={here ? 'units-here' : ''}>
      <ListRow
        title={unit.name}
        note={unit.startedOn ? `${fullDayWords(unit.startedOn)}开始` : '还没有开始'}
        icon={unit.setting === 'rural' ? 'farm' : 'home'}
        tag={unit.stage && <Tag kind={unit.stage === 'running' ? 'ok' : 'plain'}>{STAGES[unit.stage]}</Tag>}
        onTap={onTap}
      />
    </View>
  );
}

function Groups({ groups, here, onOpen }: { groups: readonly Group[]; here?: string; onOpen: (unit: Unit) => void }) {
  return (
    <Windowed each={1} rowsOf={groups.flatMap(({ communities }) => cut(communities, ROWS_A_PIECE)).map(sizeOf)}>
      {groups.flatMap(({ key, title, communities }) =>
        cut(communities, ROWS_A_PIECE).map((piece, i) => (
          <View key={piece[0]?.unitId ?? key}>
            {i === 0 && <SectionHeader title={title} note={`${communities.length} 个`} />}
            <List label={title}>
              {piece.map((unit) => (
                <Row key={unit.unitId} unit={unit} here={unit.unitId === here} onTap={() => onOpen(unit)} />
              ))}
            </List>
          </View>
        )),
      )}
    </Windowed>
  );
}

/** On a phone the chosen community is a page of its own, at a desk it stands beside the list. */
function Units({ groups, id }: { groups: readonly Group[]; id: string | undefined }) {
  const wide = useWide();
  const [chosen, choose] = useState(id);
  const all = groups.flatMap(({ communities }) => communities);
  const shown = all.find(({ unitId }) => unitId === (wide ? chosen : id)) ?? (wide ? all[0] : undefined);
  const view = shown && <CommunityView key={shown.unitId} unitId={shown.unitId} name={shown.name} />;
  if (!wide)
    return (
      view ?? (
        <View>
          <List label="管理">
            <ListRow icon="person" title="人员和机构" note="谁在做什么，开通权限" onTap={() => goTo('staff/team')} />
            <ListRow icon="gift" title="奖励种类" note="自己发文定的，社区照着开" onTap={() => goTo('staff/kinds')} />
          </List>
          <Groups groups={groups} onOpen={({ unitId }) => goTo('staff/units', { id: unitId })} />
        </View>
      )
    );
  return (
    <View className="columns">
      {view}
      <Groups groups={groups} {...(shown && { here: shown.unitId })} onOpen={({ unitId }) => choose(unitId)} />
    </View>
  );
}

const NONE_YET = { icon: 'home', title: '还没有社区', words: '社区开通以后，会列在这里。' } as const;

function Below({ unitId, id }: { unitId: string; id: string | undefined }) {
  const { groups: data, refusal, reload } = useUnits(unitId);
  return (
    <Answer of={{ data, refusal, reload }} failed="社区名单没能打开" rows={5}>
      {(groups) => (groups.length === 0 ? <EmptyState {...NONE_YET} /> : <Units groups={groups} id={id} />)}
    </Answer>
  );
}

const SCREEN = { title: '各社区', shell: 'staff' } as const;

export default function UnitsPage() {
  const { id } = useRouter().params;
  return (
    <Gate who="supervisor" words="社区自己的事在工作台里办。" failed="社区名单没能打开" rows={5} screen={SCREEN}>
      {({ me, unitId }) => (
        <Screen {...SCREEN} lead={id ? undefined : roleWords(me)}>
          <Below unitId={unitId} id={id} />
        </Screen>
      )}
    </Gate>
  );
}
