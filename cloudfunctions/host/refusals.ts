import { type Declared, type DetailsOf, declare } from '../kit/refusal';
import { whole, words } from '../kit/refusal-fields';
import { commonRefusals, fileRefusals } from '../kit/refusals';
import { rooms } from './rooms';

/** What may come before an action is asked. */
export const wayInRefusals = {
  BODY_NOT_JSON: declare('The body is empty or is not JSON.'),
  REQUEST_NOT_UNDERSTOOD: declare('The request is not HTTP that we understand, such as a path that cannot be decoded.'),
  REQUEST_TOO_SLOW: declare('The request took longer to arrive than anybody waits.'),
  HEADERS_TOO_LARGE: declare('The address and the headers together are longer than anybody reads.'),
  ORIGIN_NOT_ALLOWED: declare("The cookie, or the wish to sign in or out, came from another origin's page."),
  SIGNED_IN_AS_OTHER: declare(
    'X-Signed-In-As names another identity than the token’s: somebody else has signed in since. Nothing was done.',
  ),
  PATH_NOT_FOUND: declare('There is no such path.'),
  METHOD_NOT_ALLOWED: declare('The path is asked by another method; the header Allow names it too.', {
    use: words('The method to use.'),
  }),
  BODY_TOO_LARGE: declare('The body is larger than this path takes.', { limitBytes: whole('The most that it takes.') }),
  CONTENT_TYPE_NOT_JSON: declare('The content type is not application/json.'),
};

const ofTheHost = {
  FAULT: declare(
    'Our fault; say the traceId. Whether it was done is unknown: send the same again, with the same requestId.',
  ),
  PERSONA_NOT_FOUND: declare('The demo holds no such persona.'),
};

declare module '../kit/refusal' {
  interface Details extends DetailsOf<typeof wayInRefusals>, DetailsOf<typeof ofTheHost> {}
}

/** Every code that may come over HTTP, as it is declared. */
export const REFUSALS: Readonly<Record<string, Declared>> = Object.assign(
  { ...commonRefusals, ...fileRefusals, ...wayInRefusals, ...ofTheHost },
  ...rooms.map(({ refusals }) => refusals),
);

export function declared(code: string): Declared {
  const found = REFUSALS[code];
  if (!found) throw new Error(`the refusal ${code} is declared nowhere`);
  return found;
}
