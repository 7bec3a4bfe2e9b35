import type { Role } from './action';

/** Who is calling, as the database knows them: built from the platform's identity, never from a payload. */
export interface Principal {
  readonly identityId: string;
  /** Null for a newcomer who signed in and is not bound to a resident yet. */
  readonly residentId: string | null;
  readonly householdId: string | null;
  /** The community of the caller's own household. */
  readonly communityId: string | null;
  /** Roles that hold today (Asia/Shanghai). */
  readonly roles: readonly HeldRole[];
}

export interface HeldRole {
  readonly role: Role;
  readonly unitId: string;
  /** '/city/…/unit/': everything whose path starts with it is within the role's reach. */
  readonly unitPath: string;
  readonly providerId: string | null;
  readonly societyId: string | null;
}

/** What the platform vouches for: an openid from WeChat's context, or an identity from our own session. */
export type CallerIdentity =
  | { readonly kind: 'wechat'; readonly openid: string }
  | { readonly kind: 'session'; readonly identityId: string };

/** Whether one of `roles` reaches the unit at `unitPath`. Scope is always decided from the database's paths. */
export function reaches(caller: Principal, roles: readonly Role[], unitPath: string): boolean {
  return caller.roles.some((held) => roles.includes(held.role) && unitPath.startsWith(held.unitPath));
}

export function leadsSociety(caller: Principal, societyId: string | null): boolean {
  return (
    societyId !== null && caller.roles.some((held) => held.role === 'societyLeader' && held.societyId === societyId)
  );
}
