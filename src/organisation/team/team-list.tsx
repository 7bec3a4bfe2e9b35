import { View } from '@tarojs/components';
import { businessDate } from '../../../cloudfunctions/values/dates';
import { BY_RANK, type Role } from '../../../cloudfunctions/values/roles';
import { NotYet } from '../../components/answer';
import { Button } from '../../components/button';
import { EndOfList } from '../../components/end-of-list';
import { Face } from '../../components/face';
import { List } from '../../components/list';
import { ListRow } from '../../components/list-row';
import { EmptyState } from '../../components/page-state';
import { SectionHeader } from '../../components/section-header';
import { Segments } from '../../components/segments';
import { Skeleton } from '../../components/skeleton';
import { Tag } from '../../components/tag';
import { Windowed } from '../../components/windowed';
import { clock } from '../../device/clock';
import { ROLE_WORDS } from '../../session/work';
import { useWide } from '../../theme/use-wide';
import { useEndRole } from './end-role';
import { type Held, lineOf, mayEnd, type Section } from './held';
import type { Position } from './positions';
import { TeamTable } from './team-table';
import type { Team } from './use-team';

const SORTED_FROM = 12;

interface Props {
  team: Team;
  position: Position;
  /** The caller's own resident id. */
  own: string | undefined;
  onEnded: (told: string) => void;
}

/** 全部 24 · 网格员 4 · …: only where there are many. */
function Kinds({ team }: { team: Team }) {
  const all = team.all ?? [];
  if (all.length < SORTED_FROM && team.role === 'all') return null;
  const counted = (role: Role) => all.filter((one) => one.role === role).length;
  const roles = BY_RANK.filter((role) => counted(role) > 0);
  return (
    <Segments
      wrap
      label="看谁"
      items={[
        { key: 'all' as const, word: '全部', count: all.length },
        ...roles.map((role) => ({ key: role, word: ROLE_WORDS[role], count: counted(role) })),
      ]}
      chosen={team.role}
      onChoose={team.choose}
    />
  );
}

function OfUnit({ section, team, position, own, onEnded }: Props & { section: Section }) {
  const { end, asked } = useEndRole(onEnded);
  const today = businessDate(clock());
  const row = (one: Held) => {
    const line = lineOf(one, section.unit, team, { own, today });
    const { name, duty, term, ahead } = line;
    return (
      <ListRow
        key={one.roleId}
        title={name}
        lead={<Face name={name} />}
        tag={line.own ? <Tag>你</Tag> : ahead ? <Tag kind="wait">还没开始</Tag> : undefined}
        note={
          <>
            <View>{duty}</View>
            <View>{term}</View>
          </>
        }
        trail={
          mayEnd(position, one) && (
            <Button small label={`${name}，${duty}`} onTap={() => end(line)}>
              停用
            </Button>
          )
        }
      />
    );
  };
  return (
    <View>
      <SectionHeader title={section.unit.name} note={`${section.held.length} 位`} />
      <List label={section.unit.name}>{section.held.map(row)}</List>
      {asked}
    </View>
  );
}

/** 谁在做什么: everybody who holds a role in the caller's unit and below it. */
export function TeamList(props: Props) {
  const { team } = props;
  const wide = useWide();
  if (!team.ready && (team.refusal || team.sections.length === 0))
    return <NotYet refusal={team.refusal} reload={team.reload} failed="名单没能打开" rows={6} />;
  if (team.all?.length === 0)
    return <EmptyState icon="people" title="还没有人" words="点“开通权限”，给第一位同事开通。" />;
  if (wide)
    return (
      <View className="stack">
        <Kinds team={team} />
        {team.ready ? <TeamTable {...props} /> : <Skeleton rows={6} />}
      </View>
    );
  return (
    <View className="stack">
      <Kinds team={team} />
      <Windowed each={1} rowsOf={team.sections.map(({ held }) => held.length)}>
        {team.sections.map((section) => (
          <OfUnit key={section.unit.unitId} section={section} {...props} />
        ))}
      </Windowed>
      {!team.ready ? (
        <Skeleton rows={2} />
      ) : team.hasMore ? (
        <View className="centred">
          <Button onTap={team.more}>再看一些</Button>
        </View>
      ) : (
        <EndOfList>就这些了</EndOfList>
      )}
    </View>
  );
}
