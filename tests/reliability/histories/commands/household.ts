import fc from 'fast-check';
import { CONSENT } from '../../../household/neighbourhood';
import { headOf, homeOf } from '../cast';
import { codeOf, dataOf } from '../stage';
import { caller, command, ifBound, person } from './command';

const agreed = fc.boolean();
/** Those who are not the head of their household, so that somebody can invite them again. */
const movable = fc.constantFrom('mother', 'husband');

export const householdCommands = [
  command({
    name: 'household.agreeToPool',
    weight: 2,
    step: fc.record({ by: caller, who: fc.option(person, { freq: 1 }), agreed }),
    take: async (stage, { by, who, agreed }) =>
      codeOf(await stage.write(by, 'household.agreeToPool', { residentId: stage.idOf(who ?? by), agreed })),
    foresee: (model, { by, who, agreed }) => ifBound(model, by, () => model.homes.agree(by, who ?? by, agreed)),
  }),
  command({
    name: 'household.agreeToPool for the household',
    weight: 1,
    step: fc.record({ by: caller, agreed }),
    take: async (stage, { by, agreed }) =>
      codeOf(await stage.write(by, 'household.agreeToPool', { household: true, agreed })),
    foresee: (model, { by, agreed }) => ifBound(model, by, () => model.homes.agreeForHome(by, agreed)),
  }),
  command({
    name: 'household.unbind',
    weight: 1,
    step: movable,
    take: async (stage, who) => codeOf(await stage.write(who, 'household.unbind', {})),
    foresee: (model, who) => ifBound(model, who, () => model.homes.unbind(who)),
  }),
  command({
    name: 'household.unbindResident',
    weight: 1,
    step: movable,
    take: async (stage, who) => {
      const code = codeOf(await stage.write('gridWorker', 'household.unbindResident', { residentId: stage.idOf(who) }));
      if (code === 'ok') stage.unbound.add(who);
      return code;
    },
    foresee: ({ homes }, who) => homes.unbind(who),
  }),
  command({
    name: 'household.invite and acceptInvite',
    weight: 2,
    step: movable,
    take: async (stage, who) => {
      const invited = await stage.write(headOf(homeOf(who)), 'household.invite', { residentId: stage.idOf(who) });
      const code = dataOf<{ code: string }>(invited)?.code;
      if (!code) return [codeOf(invited)];
      return ['ok', codeOf(await stage.write(who, 'household.acceptInvite', { code, consent: CONSENT }))];
    },
    foresee: ({ homes }, who) => homes.bindAgain(who),
  }),
];
