import * as z from 'zod';
import { type Allow, anyone, defineAction, resident, role, signedIn } from '../../cloudfunctions/kit/action';
import type { CallerOf, HeldRole, Principal, ResidentCaller, RoleHolder } from '../../cloudfunctions/kit/principal';
import { isAuthorised } from '../../cloudfunctions/kit/principal';

const newcomer: Principal = {
  identityId: 'i',
  residentId: null,
  householdId: null,
  communityId: null,
  roles: [],
};
const staff: HeldRole = {
  role: 'communityStaff',
  unitId: 'c',
  unitPath: '/c/',
  providerId: null,
  societyId: null,
};
const bound: Principal = { ...newcomer, residentId: 'r' };
const holder: Principal = { ...bound, roles: [staff] };

describe('who is let in', () => {
  const rules: readonly (readonly [string, readonly Allow[], readonly (Principal | null)[]])[] = [
    ['anyone', [anyone()], [null, newcomer, bound, holder]],
    ['signed in', [signedIn()], [newcomer, bound, holder]],
    ['residents', [resident()], [bound, holder]],
    ['holders of one of the roles', [role('gridWorker', 'communityStaff')], [holder]],
    ['holders of another role', [role('communityAdmin')], []],
    ['residents or role holders', [resident(), role('communityStaff')], [bound, holder]],
    ['nobody where there is no rule', [], []],
  ];
  it.each(rules)('%s', (_who, allow, letIn) => {
    expect([null, newcomer, bound, holder].filter((caller) => isAuthorised(allow, caller))).toEqual(letIn);
  });

  it('is a fault where a role hangs on no resident, as the handler is promised one', () => {
    expect(() => isAuthorised([role('communityStaff')], { ...holder, residentId: null })).toThrow(
      'has a role and no resident',
    );
  });
});

describe('what a contract says of the caller', () => {
  const base = {
    name: 'parlour.who',
    summary: '',
    input: z.strictObject({}),
    output: z.strictObject({}),
    refusals: [],
    effect: 'read',
  } as const;
  const open = defineAction({ ...base, allow: [anyone()] });
  const known = defineAction({ ...base, allow: [signedIn()] });
  const home = defineAction({ ...base, allow: [resident()] });
  const desk = defineAction({ ...base, allow: [role('communityStaff')] });
  const both = defineAction({ ...base, allow: [resident(), role('communityStaff')] });
  type Same<A, B> = [A, B] extends [B, A] ? true : false;

  it('is what the handler is given, no more and no less', () => {
    const seen: readonly true[] = [
      true satisfies Same<CallerOf<typeof open>, Principal | null>,
      true satisfies Same<CallerOf<typeof known>, Principal>,
      true satisfies Same<CallerOf<typeof home>, ResidentCaller>,
      true satisfies Same<CallerOf<typeof desk>, RoleHolder>,
      true satisfies Same<CallerOf<typeof both>, ResidentCaller | RoleHolder>,
    ];
    expect(seen).toHaveLength(5);
  });
});
