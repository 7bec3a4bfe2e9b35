import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { List } from '../../components/list';
import { ListRow } from '../../components/list-row';
import { EmptyState, ErrorState } from '../../components/page-state';
import { Screen } from '../../components/screen';
import { SectionHeader } from '../../components/section-header';
import { Skeleton } from '../../components/skeleton';
import { Tag } from '../../components/tag';
import { roleWords } from '../../session/work';
import { useWide } from '../../theme/use-wide';
import { goTo, startAt } from '../../ways';
import { fullDayWords } from '../../words/dates';
import { CommunityView } from './community-view';
import { type Group, type Unit, useUnits } from './use-units';

const STAGES = { preparing: '筹备中', trial: '试运行', running: '在运行' } as const;

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
    <View>
      {groups.map(({ key, title, communities }) => (
        <View key={key}>
          <SectionHeader title={title} note={`${communities.length} 个`} />
          <List label={title}>
            {communities.map((unit) => (
              <Row key={unit.unitId} unit={unit} here={unit.unitId === here} onTap={() => onOpen(unit)} />
            ))}
          </List>
        </View>
      ))}
    </View>
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

export default function UnitsPage() {
  const { id } = useRouter().params;
  const { me, role, groups, refusal, reload } = useUnits();
  return (
    <Screen title="各社区" shell="staff" lead={me && role && !id ? roleWords(me) : undefined}>
      {me && !role ? (
        <EmptyState
          icon="door"
          title="这里是区、市主管用的"
          words="社区自己的事在工作台里办。"
          action={{ word: '回首页', onTap: () => startAt('pages/home') }}
        />
      ) : groups?.length === 0 ? (
        <EmptyState icon="home" title="还没有社区" words="社区开通以后，会列在这里。" />
      ) : groups ? (
        <Units groups={groups} id={id} />
      ) : refusal ? (
        <ErrorState title="社区名单没能打开" onRetry={() => void reload()} refusal={refusal} />
      ) : (
        <Skeleton rows={5} />
      )}
    </Screen>
  );
}
