import { randomUUID } from 'node:crypto';
import { CARDS_AT_ONCE } from '../../cloudfunctions/values/limits';
import { useDatabase } from '../support/database';
import { outcome, registerHome } from './neighbourhood';
import { useScene } from './scene';

const scene = useScene(useDatabase());
const { ask, count, world } = scene;

const register = (...names: readonly string[]) =>
  Promise.all(names.map((name) => registerHome(world(), scene.place.here, { name }, { name: `${name}的孩子` })));

describe('the cards of many households', () => {
  it('are printed as they work, made where there is none, and told by household number', async () => {
    const homes = await register('甲', '乙', '丙');
    const [first, , third] = homes.map(({ householdId }) => householdId);
    await ask(scene.place.gridWorker.identity, 'issueCard', { householdId: third });
    const { data: working } = await ask(scene.place.gridWorker.identity, 'issueCard', { householdId: third });
    const householdIds = homes.map(({ householdId }) => householdId).reverse();
    const { data } = await ask(scene.place.staff.identity, 'printCards', { householdIds });
    expect(data).toMatchObject({ made: 2, passedOver: 0 });
    const numbers = homes.map(({ number }) => number);
    expect(data.cards.map(({ householdNumber }) => householdNumber)).toEqual(numbers.toSorted());
    const kept = data.cards.find(({ householdId }) => householdId === third);
    expect(kept).toMatchObject({ version: 2, qr: working.qr, number: working.number, headName: '丙' });
    expect(kept?.address).toMatch(/^浏河路/);
    expect(await count('select from household_card where household_id = $1', first)).toBe(1);
    const found = await ask(scene.place.staff.identity, 'find', {
      unitId: scene.place.here.communityId,
      scanned: kept?.qr,
    });
    expect(found.data.people.map(({ householdId }) => householdId)).toEqual([third, third]);
  });

  it('come by the people who are chosen, each household once', async () => {
    const [home] = await register('丁');
    const { data } = await ask(scene.place.staff.identity, 'printCards', { residentIds: home?.memberIds });
    expect(data.cards).toHaveLength(1);
    expect(data.made).toBe(1);
  });

  it('are not told by a repeated request once they have been replaced', async () => {
    const [kept, replaced] = (await register('戊', '己')).map(({ householdId }) => householdId);
    const asked = [scene.place.staff.identity, 'printCards', { householdIds: [kept, replaced] }, randomUUID()] as const;
    const { data: before } = await ask(...asked);
    expect(before.cards).toHaveLength(2);
    await ask(scene.place.staff.identity, 'revokeCard', { householdId: replaced });
    const { data: again } = await ask(...asked);
    expect(again.cards.map(({ householdId }) => householdId)).toEqual([kept]);
  });

  it('pass over a household that has ended, and are refused where it is somebody else’s to print', async () => {
    const [here] = await register('庚');
    const asked = (householdIds: readonly (string | undefined)[]) => ({ householdIds });
    const gone = randomUUID();
    const { data } = await ask(scene.place.staff.identity, 'printCards', asked([here?.householdId, gone]));
    expect(data).toMatchObject({ passedOver: 1, cards: [{ headName: '庚' }] });
    expect(outcome(await ask(scene.place.staff.identity, 'printCards', asked([gone])))).toBe('HOUSEHOLD_NOT_FOUND');
    const there = await registerHome(world(), scene.place.elsewhere, { name: '辛' });
    const both = asked([here?.householdId, there.householdId]);
    expect(outcome(await ask(scene.place.staff.identity, 'printCards', both))).toBe('NOT_ALLOWED');
    expect(await count('select from household_card where household_id = $1', there.householdId)).toBe(0);
  });

  it('are made once, though two people print the same ones at once', async () => {
    const homes = await register(...Array.from({ length: 12 }, (_, i) => `户${i}`));
    const householdIds = homes.map(({ householdId }) => householdId);
    const print = (ids: readonly string[]) =>
      ask(scene.place.staff.identity, 'printCards', { householdIds: ids }).then(({ data }) => data);
    const answers = await Promise.all([print(householdIds), print(householdIds.toReversed())]);
    expect(answers.map(({ made }) => made).toSorted()).toEqual([0, 12]);
    expect(answers[0].cards).toEqual(answers[1].cards);
  });

  it('come as many at once as one request holds', async () => {
    const homes = await register(...Array.from({ length: CARDS_AT_ONCE }, (_, i) => `百${i}`));
    const householdIds = homes.map(({ householdId }) => householdId);
    const { data } = await ask(scene.place.staff.identity, 'printCards', { householdIds });
    expect(new Set(data.cards.map(({ number }) => number)).size).toBe(CARDS_AT_ONCE);
  });
});
