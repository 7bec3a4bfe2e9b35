import { BODY_LIMIT_BYTES } from '../../api';
import { PER_MINUTE } from '../../limits';
import { SIGN_IN_LIMIT_BYTES } from '../../session-routes';

const kB = (bytes: number) => `${bytes / 1024} kB`;

export const ABOUT = `Every action is \`POST /api/<room>/<verb>\` with \`{ "input": …, "requestId": … }\` as JSON.

A success is \`200 { "ok": true, "data": … }\`. An expected refusal is \`{ "ok": false, "code", "detail", "traceId" }\` with a
status of its own. What each code means and what its \`detail\` may hold stands under its name in \`components.schemas\`; the same
codes stand in answers where several people are decided one by one (\`award.give\`, \`activity.checkIn\`) or obstacles are listed.

## Writing once
A write needs a \`requestId\`: make it before you send, keep it until you have a definite answer, and after a time-out send the
same request with the same id. You get the first answer again; nothing is done twice. A network error, 500, 502, 503 or 504 is
*not* a definite answer; every 4xx but 408 and 429 is. After a try whose answer was lost, 401 and \`ORIGIN_NOT_ALLOWED\` say nothing of
that try either: sign in, and send the same again.

Ids are kept for ever. What an action itself refuses is kept as the first answer like a success: to try again later, when points
or places may have come, take a new id. What is said before the action is asked uses no id up: 400, 401, 403 for want of a role,
405, 413, 415, 422 for what the schema does not let in, and 429 for too many calls. A mended body needs a new id after any
other answer, and may have one after these. A 429 whose \`retryAtMs\` has passed already is a kept answer, so take a new id.

## Refusals that every action may give
\`INVALID_INPUT\` (422): \`detail.fields\` names the fields, \`detail.why\` says what is wrong with each; unknown fields are refused,
and the keys \`__proto__\` and \`constructor.prototype\` wherever they stand. \`NOT_SIGNED_IN\` (401). \`NOT_ALLOWED\` (403):
\`detail.because\` says why. \`ORIGIN_NOT_ALLOWED\` (403): see Signing in. \`TOO_MANY\` (429): try again after \`Retry-After\` seconds,
or from \`detail.retryAtMs\` on. \`REQUEST_ID_REUSED\` (409): the id was used with another body, for another action or by somebody
else. \`CLOCK_BEHIND\` (503): the server's clock is wrong, nothing was done; the same again later. \`FAULT\` (500). A path that does not exist is 404 \`PATH_NOT_FOUND\`, another method than the one described is 405
\`METHOD_NOT_ALLOWED\` with \`Allow\`.

## Signing in
In the demo, where every answer says \`X-Demo: 1\`: \`POST /api/session/demo\`; then send the token as \`Authorization: Bearer …\`, or let the browser send its cookie,
which counts only for requests of the same origin: a cookie from another origin's page (\`Sec-Fetch-Site\`, or else \`Origin\`) is 403
\`ORIGIN_NOT_ALLOWED\`, whatever the action. The bearer token counts from anywhere and before a cookie. There are no CORS
headers: a web page of another origin cannot call from a browser, a program can. A session lasts thirty days; signing in again
ends the token you show. When a role of yours is given or ends, the token is exchanged: the next answer brings the one that stands in
its place, to a browser as its cookie, to a program as \`X-Renewed-Token\`, and the old one ends two minutes later. Identity never comes from a body. A page may send \`X-Signed-In-As\` with the \`identityId\` of
\`household.me\` for which it was drawn: when somebody else has signed in on the device since, 409 \`SIGNED_IN_AS_OTHER\`, and nothing is done.

## Limits
A minute is ${PER_MINUTE.read} calls of each reading and ${PER_MINUTE.write} of each writing action per person (per address where nobody is signed in),
${PER_MINUTE.signIn} sign-ins and ${PER_MINUTE.address} calls in all per address, unless the installation sets them otherwise. Beyond it: 429.
A body is ${kB(BODY_LIMIT_BYTES)} at most, ${kB(SIGN_IN_LIMIT_BYTES)} for signing in; \`x-limits\` says so for each path.
Wrong codes are counted for each person, and reset at the next full span: five wrong check-in digits in ten minutes, ten wrong
cards or invites in an hour, five wrong voucher codes in a minute; five applications in a day. Beyond it: 429.

## Values
Points are whole numbers. Times (\`…Ms\`) are milliseconds since 1970, UTC; dates are \`YYYY-MM-DD\` in Asia/Shanghai, not before
1850-01-01. Texts that people
write lose the blanks at both ends before their length is counted; none may hold a NUL. Ids are UUIDs. Lists come by
page: ask again with \`nextCursor\` as \`cursor\` and everything else unchanged, until it is null; a cursor is opaque. New fields,
new codes and new values of enumerations may be added to answers: do not fall over them.`;
