import { type CodeGuard, inFile } from './guard';

const WRITE_ONCE = 'refuses an id that came before from somebody else or for another action';
const ANOTHER_BODY = 'refuses a request id that comes with another body, within one batch and later';

export const REQUESTS: readonly CodeGuard[] = [
  ...inFile(
    'kit/request-log',
    [
      'the body of a request id is compared by who comes second',
      "return { kept: earlier.body_hash.equals(key.bodyHash) ? earlier.answer : refuse('REQUEST_ID_REUSED') };",
      'return { kept: earlier.answer };',
      'kit/write-once',
      'refuses the same request id with another body: 500 mutations, all refused, nothing written',
    ],
    [
      'the hash of a body covers who asks',
      'canonicalJson([action, asker, input])',
      'canonicalJson([action, input])',
      'kit/serve',
      WRITE_ONCE,
    ],
    [
      'the body of a request id is compared where an answer is looked up',
      "return { kept: earlier.body_hash.equals(key.bodyHash) ? earlier.answer : refuse('REQUEST_ID_REUSED') };",
      'return { kept: earlier.answer };',
      'activity/check-in',
      'an answer that was lost is given again, however late it is asked for',
    ],
  ),
  ...inFile('kit/serve', [
    'a secret is told again to the same resident alone',
    'return namesSecret ?',
    'return false ?',
    'reward/voucher',
    'is told again to the same person alone: whoever is bound to the phone afterwards is shown no code of theirs',
  ]),
  ...inFile('award/post/batch', [
    'the body of a request id is compared within a batch',
    "return command.request.bodyHash.equals(first.request.bodyHash) ? kept : { kept: refuse('REQUEST_ID_REUSED') };",
    'return kept;',
    'award/post',
    ANOTHER_BODY,
  ]),
  ...inFile('kit/request-log', [
    'the body of a request id is compared with an earlier batch',
    "return { kept: earlier.body_hash.equals(key.bodyHash) ? earlier.answer : refuse('REQUEST_ID_REUSED') };",
    'return { kept: earlier.answer };',
    'award/post',
    ANOTHER_BODY,
  ]),
  ...inFile(
    'kit/serve',
    [
      'the role is asked for',
      'const denial = authorise(handler.action.allow, caller);',
      'const denial = null;',
      'kit/serve',
      'lets nobody in who is not signed in or not known',
    ],
    [
      'unknown fields are refused',
      'const Envelope = z.strictObject({',
      'const Envelope = z.looseObject({',
      'kit/serve',
      'refuses an unknown field of the envelope and names the field',
    ],
  ),
  ...inFile('kit/run', [
    'a secret is for those alone who may now',
    "if (running.handler.kind === 'write' && running.handler.hasSecret) return null;",
    '',
    'household/role-holders',
    'whose role has ended is told no secret again that they were told under it',
  ]),
  ...inFile(
    'kit/attempt',
    [
      'wrong tries are limited',
      '(row?.count ?? 0) >= limit.max ? tooMany(limit, nowMs) : null',
      'null && row',
      'kit/attempt',
      'counts wrong tries although each was refused, and after five lets nobody in till the window ends',
    ],
    [
      'those who try stand in line',
      'await sql`select pg_advisory_xact_lock(hashtextextended($' + '{key}, 0))`.execute(db);',
      '',
      'kit/attempt',
      'looks at no more than five of a hundred guesses sent at once',
    ],
    [
      'the same wrong request counts once',
      'if (isWrong(found) && (await isFirstTime(trx, limit, request)))',
      'if (isWrong(found))',
      'kit/attempt',
      'counts the same request once, one after the other and all at once',
    ],
  ),
];
