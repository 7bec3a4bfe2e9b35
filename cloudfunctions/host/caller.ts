import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CallerIdentity } from '../kit/principal';
import type { World } from '../kit/world';
import type { IdentitySource } from '../platform/port';
import { findSession, SESSION_LIFE_MS, type Session } from './sessions';
import type { Settings } from './settings';

type Headers = FastifyRequest['headers'];

/** What a request shows for itself, before anybody looks whether it is worth anything. */
export interface Shown {
  readonly token: string;
  readonly by: 'bearer' | 'cookie';
}

/** `__Host-`: the browser sends it to this host alone, over TLS alone. Without TLS, at home, browsers refuse that name. */
export const cookieName = (isProduction: boolean) => (isProduction ? '__Host-session' : 'session');

export function shownToken(request: FastifyRequest, isProduction: boolean): Shown | null {
  const bearer = /^Bearer ([^\s]+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer) return { token: bearer, by: 'bearer' };
  const cookie = request.cookies[cookieName(isProduction)];
  return cookie ? { token: cookie, by: 'cookie' } : null;
}

/**
 * Whether a page of our own sent it. Browsers say so themselves (Sec-Fetch-Site), older ones by Origin. A program that
 * is no browser says neither; it also has no cookie that a stranger's page could make it send.
 */
export function isFromOurPages(headers: Headers, host: string, origin: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin: from } = headers;
  if (from === undefined) return true;
  return from === origin || hostOf(from) === host;
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}

export type Caller =
  | {
      readonly identity: CallerIdentity | null;
      readonly renewed?: { readonly session: Session; readonly by: Shown['by'] };
    }
  | 'foreignPage';

/** Gateway, then bearer token, then cookie; a cookie counts only when a page of our own sent it. */
export function callerFinder(world: World, settings: Settings, gateway: IdentitySource<Headers>) {
  return async (request: FastifyRequest): Promise<Caller> => {
    const vouchedFor = await gateway(request.headers);
    if (vouchedFor) return { identity: vouchedFor };
    const shown = shownToken(request, settings.isProduction);
    if (!shown) return { identity: null };
    if (shown.by === 'cookie' && !isFromOurPages(request.headers, request.host, settings.origin)) return 'foreignPage';
    const session = await findSession(world, shown.token);
    if (!session) return { identity: null };
    const { identityId, renewed } = session;
    return {
      identity: { kind: 'session', identityId },
      ...(renewed && { renewed: { session: renewed, by: shown.by } }),
    };
  };
}

/** Tabs of a browser share its cookie: a page says for whom it was drawn, and does nothing in the name of the next one. */
export const DRAWN_FOR = 'x-signed-in-as';

export function isSomebodyElse({ headers }: FastifyRequest, identity: CallerIdentity | null): boolean {
  const drawnFor = headers[DRAWN_FOR];
  return drawnFor !== undefined && identity?.kind === 'session' && identity.identityId !== drawnFor;
}

/** To a program that sends its token itself; a browser is given its cookie and notices nothing. */
const RENEWED_TOKEN = 'x-renewed-token';

export function giveRenewed(reply: FastifyReply, caller: Exclude<Caller, 'foreignPage'>, isProduction: boolean): void {
  const { session, by } = caller.renewed ?? {};
  if (!session) return;
  if (by === 'cookie') giveCookie(reply, session, isProduction);
  else reply.header(RENEWED_TOKEN, session.token);
}

/** For so long, not until when: a device whose clock is wrong keeps it as long as any other. */
export function giveCookie(reply: FastifyReply, session: Session, isProduction: boolean): void {
  const maxAge = SESSION_LIFE_MS / 1_000;
  reply.setCookie(cookieName(isProduction), session.token, { ...cookieRules(isProduction), maxAge });
}

export function takeCookie(reply: FastifyReply, isProduction: boolean): void {
  reply.clearCookie(cookieName(isProduction), cookieRules(isProduction));
}

const cookieRules = (isProduction: boolean) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: isProduction }) as const;
