import { useRef, useState } from 'react';
import { useRead } from '../../api/use-read';
import { useWhole } from '../../api/use-whole';
import { useWrite } from '../../api/use-write';
import { useBegun } from '../../components/leaving/use-begun';
import { useFinder } from '../../household/find/use-finder';
import { useWork } from '../../session/use-work';
import { type Given, halfHoursIn, type Item } from './award-words';
import { type Candidate, type Said, type Source, toCandidates, useBlocked, useFamiliar } from './candidates';
import { deedOf, forgetDeed } from './deed';

/** The items of the community, and what the caller gave lately. */
export function useItems() {
  const work = useWork();
  const catalogue = useWhole('catalogue.items', work.communityId ? { unitId: work.communityId } : null, 'items');
  const recent = useRead('award.recent', work.communityId ? { unitId: work.communityId } : null);
  const items = catalogue.data ?? [];
  const often = (recent.data?.itemIds ?? []).flatMap((id) => items.find(({ itemId }) => itemId === id) ?? []);
  const reload = async () => {
    await Promise.all([catalogue.reload(), recent.reload(), work.reload()]);
  };
  return {
    ...work,
    items,
    often,
    recent: recent.data,
    ready: catalogue.data !== undefined && (recent.data !== undefined || recent.refusal !== undefined),
    refusal: catalogue.refusal ?? work.refusal,
    reload,
  };
}
export type Items = ReturnType<typeof useItems>;

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

function usePeople(items: Items, item: Item | undefined, source: Source) {
  const finder = useFinder(items.unitId, source === 'all' ? {} : null);
  const ids = source === 'regular' ? items.recent?.regularIds : items.recent?.residentIds;
  const familiar = useFamiliar(items.unitId, ids);
  const kind = item?.holderKind ?? 'resident';
  const societies = useSocieties(items.communityId, kind === 'society');
  const browsing = finder.searching || source === 'all';
  const list = browsing ? finder : familiar;
  const empty = !browsing && ids !== undefined && ids.length === 0;
  const candidates = kind === 'society' ? (societies.data ?? []) : toCandidates(kind, list.people);
  return { societies, finder, shown: { ...finder, ...list, ready: list.ready || empty }, candidates };
}

/** What the item asks besides the people; undefined while it is not answered. */
function saidOf(item: Item | undefined, grade: string | undefined, hours: string): Said | undefined {
  if (!item) return undefined;
  if (item.grades.length > 0)
    return item.grades.some(({ name }) => name === grade) ? { grade: grade as string } : undefined;
  if (item.perHalfHours === null) return {};
  const halfHours = halfHoursIn(hours);
  return halfHours !== undefined && halfHours >= item.perHalfHours ? { halfHours } : undefined;
}

/** 发积分: what, who, thanks. */
export function useAward(begunWith: string | undefined) {
  const items = useItems();
  const [itemId, setItemId] = useState(begunWith);
  const [chosenSource, setSource] = useState<Source>();
  const [picked, setPicked] = useState<readonly Candidate[]>([]);
  const [deedDate, setDeedDate] = useState<string>();
  const [grade, setGrade] = useState<string>();
  const [hours, setHours] = useState('');
  const [given, setGiven] = useState<Given>();
  const giving = useWrite('award.give');
  const item = items.items.find((one) => one.itemId === itemId);
  const source = chosenSource ?? (items.recent?.regularIds.length ? 'regular' : 'all');
  const people = usePeople(items, item, source);
  const said = saidOf(item, grade, hours);
  const blocked = useBlocked(item, people.candidates, deedDate, said ?? {});

  const pickedKind = useRef(item?.holderKind);
  if (item) pickedKind.current = item.holderKind;
  const begun = useBegun(picked.length > 0 && !given ? `选好的 ${picked.length} 位还没有发积分。` : undefined);

  const toggle = (one: Candidate) =>
    setPicked((now) => (now.some(({ id }) => id === one.id) ? now.filter(({ id }) => id !== one.id) : [...now, one]));
  const choose = (id: string | undefined) => {
    const kind = items.items.find(({ itemId }) => itemId === id)?.holderKind;
    // back to the items and on with another one, the same people are meant
    if (given || (kind && pickedKind.current !== kind)) setPicked([]);
    if (kind) pickedKind.current = kind;
    setItemId(id);
    setGrade(undefined);
    setHours('');
    setGiven(undefined);
    giving.clear();
  };
  const give = async () => {
    if (!item || !said) return;
    const holders = picked.map(({ id }) => ({ kind: item.holderKind, id }));
    const deedId = await deedOf(item.itemId);
    const result = await giving.run({ itemId: item.itemId, holders, deedId, ...said, ...(deedDate && { deedDate }) });
    if (!result) return;
    forgetDeed();
    begun.done();
    setGiven(result);
  };
  return {
    items,
    item: item && { ...item, points: blocked.points ?? item.points },
    choose,
    ...{ source, setSource, ...people, why: blocked.why },
    ...{ picked, toggle, deedDate, setDeedDate, grade, setGrade, hours, setHours },
    /** What the item asks besides the people is answered: its worth is known. */
    isSaid: said !== undefined,
    ...{ give, busy: giving.busy, refusal: giving.refusal, given },
  };
}
export type Award = ReturnType<typeof useAward>;
