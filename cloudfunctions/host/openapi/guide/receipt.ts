const EXAMPLE_ENTRY =
  '["behaviour-bank entry v1","019aa000-0000-7000-8000-000000000002",1,"credit",5,"清洁家园","checkIn","019aa000-0000-7000-8000-000000000003","019aa000-0000-7000-8000-000000000001","019aa000-0000-7000-8000-000000000004",1,"2026-11-23",1795406400000,null]';

export const RECEIPT = `## Receipts: checking without asking
\`ledger.receipt\` gives an entry, its path and a signed checkpoint; \`ledger.checkpoints\` publishes the checkpoints and the key.
Hashes are SHA-256; bytes are written as lower-case hexadecimal, without a prefix. "JSON" is JSON without blanks, in UTF-8, as
JavaScript's JSON.stringify writes it: only \`"\`, \`\\\`, control characters and unpaired surrogates are escaped, a Chinese
character never is; numbers are whole and plain; what is null is \`null\`. ‖ joins bytes.

1. **Entry.** hash = SHA-256(\`prevHash\`, decoded to 32 bytes ‖ the JSON array of, in this order,
   \`"behaviour-bank entry v1"\`, accountId, seq, kind, points, title, source, sourceId, unitId, itemId, itemVersion, deedDate,
   postedAtMs, correctsSeq). It must equal \`hash\` of the receipt.
2. **Chain.** \`prevHash\` is the hash of the account's entry before it, seq − 1; for seq 1 it is 32 zero bytes.
3. **Leaves.** A checkpoint covers the entries of one community (unitId) posted on one day of Asia/Shanghai, sorted by
   accountId as text, then by seq. Each gives a leaf whose data are the 32 bytes of its hash; after an account's last one
   comes a leaf whose data are the JSON array \`"head"\`, accountId, seq, hash of the account's last entry by the end of that day,
   wherever it was posted. \`leafCount\` counts both kinds.
4. **Tree.** A leaf's node = SHA-256(one byte 00 ‖ its data); a node above = SHA-256(one byte 01 ‖ left ‖ right). A node without a
   neighbour goes up unchanged; nothing is doubled. The last one is \`root\`.
5. **Path.** Begin with SHA-256(00 ‖ the 32 bytes of \`hash\`). For each step of \`path\`, from the leaf up, \`side\` says where the
   sibling stands: left gives SHA-256(01 ‖ sibling ‖ yours), right gives SHA-256(01 ‖ yours ‖ sibling). It must end at
   \`checkpoint.root\`, and \`checkpoint.unitId\` must be the entry's unitId.
6. **Checkpoint.** Its bytes are the JSON array of \`"behaviour-bank checkpoint v1"\`, unitId, day, leafCount, root, prevHash, the last
   two as hexadecimal text. Where \`late\` is not null, somebody has said that the day be signed later than in its night, and the array is
   \`"behaviour-bank checkpoint v2"\`, the same five, late.on, late.why, late.by. \`checkpoint.hash\` is their SHA-256; \`checkpoint.prevHash\` is the hash of the community's checkpoint
   before it, 64 zeros for its first one. A day without entries has none.
7. **Signature.** Ed25519 (RFC 8032, not pre-hashed) over the bytes of step 6; \`signature\` is 64 bytes. \`publicKey\` is the raw
   key of 32 bytes; as SPKI in DER it is \`302a300506032b6570032100\` ‖ those. \`keyId\` is its first 16 hexadecimal digits.
8. **Nights.** \`ledger.nights\` publishes a head for each night over all communities: its bytes are the JSON array of
   \`"behaviour-bank night v1"\`, day, count, root, prevHash, and null or the array late.on, late.why, late.by. \`root\` is that of the tree
   of step 4 whose leaves are the hashes (32 bytes) of all checkpoints up to that day that no head before covers, sorted by day, then
   unitId; 64 zeros where there are none. \`prevHash\` is the hash of the head before it. Signed as in step 7.
9. **Published.** A receipt that passes is the operator's word; that the operator says the same to everybody shows where
   \`ledger.checkpoints\`, or a copy that somebody kept, has the same \`hash\` for that community and day.
10. **From outside.** \`ledger.countersignatures\` tells which days a key that is not the operator's (村务监督委员会) has signed a second time: Ed25519
   over the JSON array of \`"behaviour-bank countersignature v1"\`, unitId, day, hash, signedAtMs, where \`hash\` is that of the checkpoint its holder saw. Another
   \`hash\` than \`checkpoint.hash\` under a good signature says that the day was rewritten since. \`ledger.countersign\` takes such signatures from anybody.

Worked example: the entry \`${EXAMPLE_ENTRY}\` with a \`prevHash\` of 64 zeros has the hash
\`e93e9fc026a0811d71685d7521391b786d818ceee8a759b6b735854ac20c43da\`.

\`ledger.verifyReceipt\` does the same: \`unknownKey\` when \`keyId\` is not ours, \`altered\` when a step from 1 to 7 fails,
\`unknownCheckpoint\` when we do not publish that checkpoint, else \`genuine\`.`;
