import { View } from '@tarojs/components';
import { HOLDERS_AT_ONCE } from '../../../cloudfunctions/values/limits';
import { Answer } from '../../components/answer';
import { Checkbox } from '../../components/checkbox';
import { Icon } from '../../components/icon';
import { List } from '../../components/list';
import { PersonRow } from '../../components/person-row';
import { RefusalAlert } from '../../components/refusal-alert';
import { Segments } from '../../components/segments';
import { FoundState } from '../../household/find/found-state';
import { SearchRow } from '../../household/find/search-row';
import type { Item } from './award-words';
import { familyFull } from './family';
import { Filters } from './filters';
import { FromActivity } from './from-activity';
import { NameList } from './name-list';
import { tickAll } from './tick-all';
import type { Award } from './use-award';

/** One below the other, each with what stands against it. */
export function Rows({ award }: { award: Award }) {
  const { candidates, standings, picked, toggle } = award;
  const ids = new Set(picked.map(({ id }) => id));
  return (
    <List label="选人">
      {candidates.map((one) => {
        const isPicked = ids.has(one.id);
        const blocked = isPicked ? undefined : (standings.whyOf(one.id) ?? familyFull(one, picked, standings));
        const times = blocked ? '' : standings.timesOf(one.id);
        return (
          <PersonRow
            key={one.id}
            name={one.name}
            note={[one.note, times.startsWith('家里') && times].filter(Boolean).join(' · ')}
            picked={isPicked}
            blocked={blocked}
            onTap={() => toggle(one)}
          />
        );
      })}
    </List>
  );
}

/** Whoever of the list is of the caller's own home. */
export function OwnFamily({ award: { candidates, standings } }: { award: Award }) {
  if (!candidates.some(({ id }) => standings.whyOf(id) === '自家人')) return null;
  return (
    <View className="row award-own t-sub">
      <Icon name="info" size={20} />
      <View>自家人请别的同事来发，大家都放心。</View>
    </View>
  );
}

/** Whether everybody is ticked who can be; of a list that goes on, as many as it holds. */
function isWholeTicked({ browsing, all, candidates, picked, standings }: Award, kind: Item['holderKind']): boolean {
  const ids = new Set(picked.map(({ id }) => id));
  // all of a list are gathered by the server, and who gets nothing is let go afterwards
  const meant = browsing ? candidates : candidates.filter(({ id }) => !standings.whyOf(id));
  if (meant.length === 0 || !meant.every(({ id }) => ids.has(id))) return false;
  return !browsing || kind !== 'resident' || ids.size >= all.count;
}

function allWords({ browsing, all, candidates }: Award, kind: Item['holderKind'], isWhole: boolean): string {
  const count = browsing ? all.count : candidates.length;
  const what = kind === 'household' ? `${count} 人住的各户` : `${count} 位`;
  if (isWhole) return `${browsing ? '筛出的' : '这'} ${what}全选上了`;
  return browsing ? `全选筛出的 ${what}` : `全选这 ${what}`;
}

/** Whom an activity or a list names: which one, and what of it is asked. */
export const Brought = ({ award: { source, fromActivity, names } }: { award: Award }) =>
  source === 'activity' ? <FromActivity from={fromActivity} /> : <NameList names={names} />;

/** All that the list holds as it is sifted, and not this page alone. */
export function All({ award, item: { holderKind } }: { award: Award; item: Item }) {
  const { all, browsing, picked } = award;
  const isWhole = isWholeTicked(award, holderKind);
  return (
    <View className={`award-all${isWhole ? ' award-all-on' : ''}`}>
      <Checkbox
        words={allWords(award, holderKind, isWhole)}
        {...(browsing && isWhole && { note: '不只这一页' })}
        checked={isWhole || (picked.length > 0 && 'mixed')}
        {...(browsing && all.isTooMany && { blocked: `一次最多 ${HOLDERS_AT_ONCE} 位，请先筛一筛` })}
        onChange={() => (isWhole ? award.clear() : void tickAll(award))}
      />
      <RefusalAlert refusal={all.refusal} onRetry={() => void tickAll(award)} />
    </View>
  );
}

export const SOURCES = [
  { key: 'regular', word: '常来的' },
  { key: 'recent', word: '最近发过的' },
  { key: 'activity', word: '来活动的' },
  { key: 'list', word: '贴一份名单' },
  { key: 'all', word: '全部名单' },
] as const;

export const NOBODY = '换“全部名单”，或者在上面找名字。';

/** On a phone, among whom: a search, those who come often, or the whole list, sifted. */
export function Who({ award, item }: { award: Award; item: Item }) {
  const choices = (
    <>
      <Rows award={award} />
      <OwnFamily award={award} />
    </>
  );
  if (item.holderKind === 'society')
    return (
      <Answer of={award.societies} failed="社团名单没能打开">
        {() => choices}
      </Answer>
    );
  const { finder, candidates, shown, source, isBrought } = award;
  return (
    <View className="stack">
      <SearchRow finder={finder} />
      {!finder.searching && <Segments label="从哪里选" items={SOURCES} chosen={source} onChoose={award.setSource} />}
      {source === 'all' && <Filters award={award} />}
      {isBrought && <Brought award={award} />}
      {candidates.length > 0 && <All award={award} item={item} />}
      {candidates.length > 0 && choices}
      {!isBrought && <FoundState finder={shown} nobody={NOBODY} />}
    </View>
  );
}
