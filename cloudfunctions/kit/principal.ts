import type { Role } from '../values/roles';
import type { Action, Allow } from './action';

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

/** A caller who is bound to a resident. */
export interface ResidentCaller extends Principal {
  readonly residentId: string;
}

/** A caller who holds a role today. A role is a resident's (role_grant.resident_id), so a holder is one. */
export interface RoleHolder extends ResidentCaller {
  readonly roles: readonly [HeldRole, ...HeldRole[]];
}

interface CallerBy {
  readonly anyone: Principal | null;
  readonly signedIn: Principal;
  readonly resident: ResidentCaller;
  readonly role: RoleHolder;
}
/** Who is calling, as far as an action's `allow` vouches for it: `serve` lets in nobody else. */
export type CallerOf<A extends Action> = CallerBy[A['allow'][number]['kind']];

/**
 * Whether one of the rules lets the caller in. A role without a resident would break what the handler is promised: that is
 * a fault, not a refusal.
 */
export function isAuthorised(allow: readonly Allow[], caller: Principal | null): boolean {
  return allow.some((rule) => {
    if (rule.kind === 'anyone') return true;
    if (!caller || rule.kind === 'signedIn') return caller !== null;
    if (rule.kind === 'resident') return caller.residentId !== null;
    const holds = caller.roles.some((held) => rule.roles.includes(held.role));
    if (holds && caller.residentId === null)
      throw new Error(`identity ${caller.identityId} has a role and no resident`);
    return holds;
  });
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
