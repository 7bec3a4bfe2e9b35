import { useState } from 'react';
import { HOLDERS_AT_ONCE, PAGE_MAX } from '../../../cloudfunctions/values/limits';
import type { Refused, RequestFor } from '../../api';
import { readWhole, useWhole } from '../../api/use-whole';
import { useSorting } from '../../components/data-table/use-sorting';
import { useRested } from '../../components/form/use-rested';
import { useFinder } from '../../household/find/use-finder';
import type { Item } from './award-words';
import { type Candidate, type Source, toCandidates, useFamiliar } from './candidates';
import { NO_FILTER, onlyOf } from './filter';
import { useFromActivity } from './use-from-activity';
import type { Items } from './use-items';
import { useNameList } from './use-name-list';

/** Of the community, where an item is for them. */
function useSocieties(communityId: string | undefined, isAsked: boolean) {
  const { data, refusal, reload } = useWhole(
    'organisation.societies',
    isAsked && communityId ? { unitId: communityId } : null,
    'societies',
  );
  const all = data?.map(({ societyId, name }): Candidate => ({ id: societyId, name, note: '社会组织' }));
  return { data: all, refusal, reload };
}

/** Grids and their groups, where there are several to choose from. */
function usePlaces(unitId: string | undefined) {
  const asked = unitId ? { underUnitId: unitId, levels: ['grid' as const, 'group' as const] } : null;
  const { data = [] } = useWhole('organisation.tree', asked, 'units');
  return data.filter((one) => one.unitId !== unitId);
}

type SortKey = NonNullable<RequestFor<'household.find'>['sort']>['by'];

/** The whole list, sifted and sorted by the server. */
function useList(items: Items, source: Source) {
  const [filter, setFilter] = useState(NO_FILTER);
  const places = usePlaces(source === 'all' ? items.unitId : undefined);
  const { sort, sorting } = useSorting<SortKey>('name');
  const address = useRested(filter.address);
  const only = onlyOf({ ...filter, address }, places);
  const finder = useFinder(items.unitId, source === 'all' ? {} : null, undefined, false, { sort, only });
  return { filter, setFilter, places, sorting, finder };
}

/** Those whom an activity or a list that is brought names. */
function useBrought(items: Items, source: Source, isSearching: boolean) {
  const fromActivity = useFromActivity(items, source === 'activity');
  const names = useNameList(items.unitId);
  const brought = source === 'activity' ? fromActivity : source === 'list' ? names : undefined;
  return { fromActivity, names, brought: isSearching ? undefined : brought };
}

/** Among whom one chooses: those who come often, those of last time, or the list. */
export function usePeople(items: Items, item: Item | undefined, source: Source) {
  const list = useList(items, source);
  const { finder } = list;
  const { brought, ...ways } = useBrought(items, source, finder.searching);
  const ids = source === 'regular' ? items.recent?.regularIds : items.recent?.residentIds;
  const familiar = useFamiliar(items.unitId, ids);
  const kind = item?.holderKind ?? 'resident';
  const societies = useSocieties(items.communityId, kind === 'society');
  const browsing = finder.searching || source === 'all';
  const shown = browsing ? finder : familiar;
  const empty = !browsing && ids?.length === 0;
  const people = brought ? brought.people : shown.people;
  const candidates = kind === 'society' ? (societies.data ?? []) : toCandidates(kind, people ?? []);
  return {
    ...list,
    ...{ ...ways, isBrought: brought !== undefined },
    ...{ societies, browsing, candidates, shown: { ...finder, ...shown, ready: shown.ready || empty } },
    all: useAll(browsing ? finder : undefined, kind),
  };
}

/** Household members share one account: so many people are looked through for three hundred households. */
const PEOPLE_FOR_HOUSEHOLDS = 1_500;

/** Everybody of the list as it is sifted, those on later pages too. */
function useAll(finder: ReturnType<typeof useFinder> | undefined, kind: Item['holderKind']) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refused>();
  const question = finder?.question;
  const most = kind === 'household' ? PEOPLE_FOR_HOUSEHOLDS : HOLDERS_AT_ONCE;
  const gather = async (): Promise<Candidate[] | undefined> => {
    if (!question) return undefined;
    setBusy(true);
    const whole = await readWhole('household.find', { ...question, limit: PAGE_MAX }, 'people');
    setBusy(false);
    setRefusal(whole.ok ? undefined : whole);
    return whole.ok ? toCandidates(kind, whole.data) : undefined;
  };
  return { gather, busy, refusal, count: finder?.count ?? 0, isTooMany: (finder?.count ?? 0) > most };
}
