import { PRODUCT } from './health';

/** Nobody; this very installation, started before; or something else, with a sentence on what it is. */
export type Holder =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'us' }
  | { readonly kind: 'other'; readonly what: string };

const ASK_LIMIT_MS = 2_000;

/** Who answers at the port, if anybody: asked before a database is opened, so that a second start ends quickly. */
export async function whoHolds(port: number, installation: string): Promise<Holder> {
  try {
    const response = await fetch(`http://localhost:${port}/healthz`, { signal: AbortSignal.timeout(ASK_LIMIT_MS) });
    const said = (await response.json()) as { product?: unknown; installation?: unknown };
    if (said.product !== PRODUCT) return { kind: 'other', what: 'another program' };
    if (said.installation === installation) return { kind: 'us' };
    return { kind: 'other', what: 'a Behaviour Bank with another data folder' };
  } catch (error) {
    return isNobody(error) ? { kind: 'nobody' } : { kind: 'other', what: 'another program' };
  }
}

/** Refused on every address of localhost. */
function isNobody(error: unknown): boolean {
  const { cause } = error as { cause?: { code?: string; errors?: { code?: string }[] } };
  const codes = cause?.errors?.map(({ code }) => code) ?? [cause?.code];
  return codes.every((code) => code === 'ECONNREFUSED' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND');
}

export const portTakenMessage = (
  port: number,
  what: string,
) => `端口 ${port} 已被占用。换一个端口启动：PORT=${port + 1} npm start
  Port ${port} is held by ${what}. Start on another one: PORT=${port + 1} npm start`;

export const runningAlreadyMessage = (port: number) => `行为银行已经在运行：http://localhost:${port}
  It is running already, from the same data folder: http://localhost:${port}`;
