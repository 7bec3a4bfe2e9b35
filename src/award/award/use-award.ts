import { useEffect, useState } from 'react';
import { asksForWords } from '../../../cloudfunctions/values/evidence';
import { useWrite } from '../../api/use-write';
import { useBegun } from '../../components/leaving/use-begun';
import { useWide } from '../../theme/use-wide';
import { type Given, halfHoursIn, type Item, type Preview } from './award-words';
import { type Candidate, type Said, type Source, useForeseen, useStandings } from './candidates';
import { deedOf, forgetDeed } from './deed';
import { type BroughtBy, type Chosen, chosenBefore, keepChosen } from './draft';
import { type Items, useItems } from './use-items';
import { usePeople } from './use-people';

/** What the item asks besides the people; undefined while it is not answered. */
function saidOf(item: Item | undefined, grade: string | undefined, hours: string): Said | undefined {
  if (!item) return undefined;
  if (item.grades.length > 0)
    return item.grades.some(({ name }) => name === grade) ? { grade: grade as string } : undefined;
  if (item.perHalfHours === null) return {};
  const halfHours = halfHoursIn(hours);
  return halfHours !== undefined && halfHours >= item.perHalfHours ? { halfHours } : undefined;
}

/** Who is ticked; the same people are meant when one goes back to the items, or leaves the page and comes again. */
function usePicked(item: Item | undefined) {
  const [before] = useState(chosenBefore);
  const [chosen, setChosen] = useState<Chosen>(before ?? { kind: 'resident', people: [] });
  const [broughtBy, setBroughtBy] = useState(before?.by);
  useEffect(() => keepChosen(chosen), [chosen]);
  const kind = item?.holderKind ?? chosen.kind;
  const picked = kind === chosen.kind ? chosen.people : [];
  const set = (people: readonly Candidate[]) => setChosen({ kind, people });
  const clear = () => {
    set([]);
    setBroughtBy(undefined);
  };
  const toggle = (one: Candidate) =>
    set(picked.some(({ id }) => id === one.id) ? picked.filter(({ id }) => id !== one.id) : [...picked, one]);
  const add = (more: readonly Candidate[]) => {
    const known = new Set(picked.map(({ id }) => id));
    set([...picked, ...more.filter(({ id }) => !known.has(id))]);
  };
  const bring = (people: readonly Candidate[], by: BroughtBy) => {
    set(people);
    setBroughtBy(by);
  };
  const without = (ids: ReadonlySet<string>) => set(picked.filter(({ id }) => !ids.has(id)));
  return { picked, toggle, add, bring, without, clear, broughtBy: picked.length > 0 ? broughtBy : undefined };
}

/** Which item, of which day, how much of it and what shows it. */
function useDeed(items: Items, begunWith: string | undefined) {
  const [itemId, setItemId] = useState(begunWith);
  const [deedDate, setDeedDate] = useState<string>();
  const [grade, setGrade] = useState<string>();
  const [hours, setHours] = useState('');
  const [evidence, setEvidence] = useState('');
  const item = items.items.find((one) => one.itemId === itemId);
  const said = saidOf(item, grade, hours);
  const choose = (id: string | undefined) => {
    setItemId(id);
    setGrade(undefined);
    setHours('');
    setEvidence('');
  };
  return {
    ...{ item, choose, said, deedDate, setDeedDate, grade, setGrade, hours, setHours, evidence, setEvidence },
    asksEvidence: item !== undefined && asksForWords(item.evidence),
  };
}

const begunWords = (count: number) => (count > 0 ? `选好的 ${count} 位还没有发积分。` : undefined);

/** Those whom it will be given: of what was foreseen those alone whom nothing stands against. */
function goingOf<Person extends { readonly id: string }>(foreseen: Preview | undefined, picked: readonly Person[]) {
  if (!foreseen) return picked;
  const isFree = new Set(foreseen.results.flatMap(({ holder, refusal }) => (refusal === null ? holder.id : [])));
  return picked.filter(({ id }) => isFree.has(id));
}

/** 发积分: what, who, thanks. */
export function useAward(begunWith: string | undefined) {
  const items = useItems();
  const wide = useWide();
  const deed = useDeed(items, begunWith);
  const [chosenSource, setSource] = useState<Source>();
  const [isChecking, setChecking] = useState(false);
  const [given, setGiven] = useState<Given>();
  const giving = useWrite('award.give');
  const { item, said, deedDate, evidence } = deed;
  const source = chosenSource ?? (items.recent?.regularIds.length ? 'regular' : 'all');
  const people = usePeople(items, item, source);
  const about = { item, deedDate, said: said ?? {} };
  const standings = useStandings(about, people.candidates);
  const { picked, ...picking } = usePicked(item);
  const [settled, setSettled] = useState<Preview>();
  const newest = useForeseen(about, picked, (wide || isChecking) && said !== undefined && !given);
  const foreseen = given ? { ...newest, data: settled } : newest;
  const begun = useBegun(begunWords(given ? 0 : picked.length));
  const going = goingOf(foreseen.data, picked);
  const choose = (id: string | undefined) => {
    if (given) picking.clear();
    deed.choose(id);
    setChecking(false);
    setGiven(undefined);
    giving.clear();
  };
  const give = async () => {
    if (!item || !said) return;
    // who signs it is told, too, who was chosen and does not get it, and why
    const sent = foreseen.data?.waiting ? picked : going;
    const holders = sent.map(({ id }) => ({ kind: item.holderKind, id }));
    const deedId = await deedOf(item.itemId);
    const told = { ...said, ...(deedDate && { deedDate }), ...(evidence.trim() && { evidence: evidence.trim() }) };
    const result = await giving.run({ itemId: item.itemId, holders, deedId, ...told });
    if (!result) return;
    forgetDeed();
    begun.done();
    keepChosen({ kind: item.holderKind, people: [] });
    setSettled(foreseen.data);
    setGiven(result);
  };
  return {
    ...deed,
    ...{ items, wide, choose, source, setSource, ...people, standings, ...{ picked, ...picking, going } },
    item: item && { ...item, points: standings.points ?? item.points },
    /** What the item asks besides the people is answered: its worth is known. */
    isSaid: said !== undefined,
    ...{ foreseen, isChecking, setChecking, give, busy: giving.busy, refusal: giving.refusal, given },
  };
}
export type Award = ReturnType<typeof useAward>;
