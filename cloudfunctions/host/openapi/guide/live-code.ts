/** Of tests/data/live-code-vectors.json, against which every implementation is held. */
const EXAMPLE = `\`key\` = \`y6ygmcVbn1drHnXqJWbYA3FVZTVzDSBZXDNQ8fnmb1M\`, \`shortId\` = \`Q-7zK2_m\`, \`epochMs\` = 1767225600000,
\`stepMs\` = 30000, now = 1795395615000: n = 939000, head = \`1Q-7zK2_mDlP4\`, code = \`1Q-7zK2_mDlP4szG6hHCHLuzD3Xtw\`,
digits = \`811867\`.`;

export const LIVE_CODE = `## The rotating check-in code
The organiser's device asks \`activity.liveCode\` once, also days ahead, and then draws the code by itself, without a network.

1. now = the device's clock + (\`serverNowMs\` − the device's clock when the answer came), in milliseconds.
2. n = floor((now − \`epochMs\`) / \`stepMs\`).
3. head = the character \`1\`, then \`shortId\` (8 characters), then n as 3 bytes, big-endian, in base64url (4 characters).
4. mac = HMAC-SHA-256, 32 bytes. Its key is \`key\`, decoded from base64url to bytes; its message is head, in ASCII.
5. code = head, then the first 12 bytes of mac in base64url (16 characters): 29 characters. No padding anywhere.
6. The QR picture's text is \`qrPrefix\`, then code.
7. digits, to type instead: o = mac[31] & 15; take the 4 bytes mac[o] … mac[o + 3] as a big-endian number, clear its highest
   bit, take the remainder of division by 1,000,000, pad with zeros on the left to six digits (RFC 4226, on the whole mac).

Worked example: ${EXAMPLE}

\`activity.checkIn\` takes as \`code\` the 29 characters, the whole address that stands in the picture (whatever its host), or
the six digits; blanks and full-width digits are allowed. A code is good in its own step, the one before and the one after.
Digits are looked for among the activities of the caller's own community that are open now. Check-in is open from
\`opensAtMs\` to \`closesAtMs\`: half an hour before the activity until half an hour after it.

What it refuses, in the order in which it looks: \`POSTER_ONLY\`: it was the poster's code (\`posterQr\`, or a short id alone).
\`TOO_MANY\`: after five wrong digits nobody tries on within the same ten minutes. \`CODE_WRONG\`: unknown, forged or mistyped.
\`COUNTED_ALREADY\`: the caller has checked in before. \`CODE_EXPIRED\`: it was genuine and is up to five minutes too old.
\`CODE_NEEDS_NETWORK_TIME\`: it was genuine and is of another time, since the clock of the device that shows it is wrong (digits: up
to thirteen hours, then they are wrong); it counts as no wrong try. \`CODE_RENEWED\`: by a key that was renewed, see below.
\`ACTIVITY_CANCELLED\`, \`ACTIVITY_NOT_OPEN\`, \`ACTIVITY_OVER\`. \`AT_THE_DOOR\`: only staff check people in. \`ORGANISER_NEEDS_COLLEAGUE\`: the caller
may have the activity's key, so a colleague checks them in by \`activity.checkInResident\`. \`NO_HOUSEHOLD\`: staff must register the
caller's household; digits are refused so before they are looked for. \`MAY_NOT_ACT_FOR\`: somebody in \`alongIds\` is nobody whom the caller may act for; nobody is checked in.
\`CAP_REACHED\`, \`ACCOUNT_CLOSED\`: of the caller; those of people taken along stand in \`along\`.
\`activity.bringAlong\` adds family afterwards, also when the caller's own check-in was refused with \`CAP_REACHED\`: within a
quarter of an hour of the code, then \`ASK_ORGANISER\`.

The key is renewed when the role of somebody who has it ends, and by \`activity.renewKey\`. What the one before draws is good for
one step more. \`activity.attendance\` tells \`keyVersion\` each time: where it is another than the device's, it asks
\`activity.liveCode\` again.`;
