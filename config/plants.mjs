/**
 * Violations that check-imports.mjs plants in a copy of the tree, each with the rule that must name it, and a few
 * imports that are right and must pass. A direction rule is only worth something if it can fail.
 */
const line = (from) => `import * as planted from '${from}';\nexport const used = planted;\n`;
const typeLine = (from) => `export type * as Planted from '${from}';\n`;

/** `file` imports `from`; where `from` is a path it is made too, so that plants need no room to exist. */
const wrong = (rule, file, from) => ({ rule, file, from, text: line(from) });
const right = (file, from) => ({ rule: null, file, from, text: typeLine(from) });

export const plants = [
  wrong('floor-of-ledger', 'cloudfunctions/ledger/planted-up.ts', '../award/contract'),
  wrong('floor-of-kit', 'cloudfunctions/kit/planted-up.ts', '../household/index'),
  wrong('floor-of-award', 'cloudfunctions/award/planted-up.ts', '../jobs/index'),
  wrong('floor-of-activity', 'cloudfunctions/activity/planted-beside.ts', '../reward/contract'),
  wrong('floor-of-reward', 'cloudfunctions/reward/planted-beside.ts', '../activity/index'),
  {
    ...wrong('floor-of-database', 'cloudfunctions/database/planted-type.ts', '../kit/fields'),
    text: typeLine('../kit/fields'),
  },
  wrong('rooms-by-what-they-offer', 'cloudfunctions/award/actions/planted.ts', '../../ledger/store'),
  wrong('contract-stands-on-contracts', 'cloudfunctions/ledger/contract/planted.ts', '../../household/index'),
  wrong('contract-stands-on-contracts', 'cloudfunctions/reward/contract/planted.ts', 'pg'),
  wrong('rules-are-pure', 'cloudfunctions/award/rules/planted-pg.ts', 'pg'),
  wrong('rules-are-pure', 'cloudfunctions/award/rules/planted-transaction.ts', '../../kit/transaction'),
  wrong('rules-are-pure', 'cloudfunctions/award/rules/planted-file.ts', 'node:fs'),
  wrong('rules-are-pure', 'cloudfunctions/reward/rules/planted-store.ts', '../store'),
  wrong('services-on-own-store', 'cloudfunctions/award/services/planted.ts', '../actions/give'),
  wrong('actions-side-by-side', 'cloudfunctions/award/actions/planted-beside.ts', './give'),
  wrong('rooms-have-furniture', 'cloudfunctions/ledger/planted-loose.ts', './store/accounts'),
  wrong('store-is-sql', 'cloudfunctions/catalogue/store/planted-fastify.ts', 'fastify'),
  wrong('store-in-its-own-room', 'cloudfunctions/award/store/planted.ts', '../../ledger/index'),
  wrong('main-is-for-the-host', 'cloudfunctions/reward/planted-main.ts', '../ledger/main'),
  wrong('main-is-wiring', 'cloudfunctions/reward/main.ts', '../catalogue/index'),
  wrong('src-imports-no-value-of-a-contract', 'src/planted-value.ts', '../cloudfunctions/reward/contract'),
  wrong('src-sees-types-of-contracts', 'src/planted-store.ts', '../cloudfunctions/reward/store'),
  {
    ...wrong('src-sees-types-of-contracts', 'src/planted-type.ts', '../cloudfunctions/kit/fields'),
    text: typeLine('../cloudfunctions/kit/fields'),
  },
  wrong('src-sees-types-of-contracts', 'src/planted-host.ts', '../cloudfunctions/host/rooms'),
  wrong('floor-of-ledger', 'cloudfunctions/ledger/actions/planted-registry.ts', '../../rooms/contracts'),
  wrong('floor-of-rooms', 'cloudfunctions/rooms/planted-host.ts', '../host/rooms'),
  wrong('registry-is-types', 'cloudfunctions/rooms/planted-value.ts', '../reward/contract'),
  wrong('src-floor-of-household', 'src/household/planted-up.ts', '../reward/planted'),
  wrong('src-floor-of-activity', 'src/activity/planted-beside.ts', '../reward/planted'),
  wrong('src-floor-of-home', 'src/home/planted-entry.ts', '../pages/planted'),
  wrong('src-ground-knows-no-room', 'src/components/planted.ts', '../session/planted'),
  wrong('page-entries-are-thin', 'src/pages/planted/index.ts', '../../components/planted'),
  wrong('values-stand-alone', 'cloudfunctions/values/planted-zod.ts', 'zod'),
  wrong('values-stand-alone', 'cloudfunctions/values/planted-node.ts', 'node:crypto'),
  wrong('floor-of-values', 'cloudfunctions/values/planted-up.ts', '../kit/fields'),
  wrong('src-stays-in-src', 'src/planted-tests.ts', '../tests/planted-support'),
  wrong('rooms-stay-in-the-house', 'cloudfunctions/kit/planted-src.ts', '../../src/planted-support'),
  wrong('every-room-has-a-floor', 'cloudfunctions/attic/planted.ts', '../kit/fields'),
  wrong('no-cycles', 'cloudfunctions/ledger/planted-cycle.ts', './planted-cycle-back'),
  wrong('everything-is-found', 'cloudfunctions/ledger/planted-lost.ts', 'no-such-package'),
  wrong('src-imports-no-value-of-a-contract', 'src/planted-kit.ts', '../cloudfunctions/kit/refusal'),
  right('src/planted-right-kit.ts', '../cloudfunctions/kit/action'),
  right('src/planted-right.ts', '../cloudfunctions/reward/contract'),
  {
    ...right('src/planted-right-values.ts', '../cloudfunctions/values/roles'),
    text: line('../cloudfunctions/values/roles'),
  },
  right('src/planted-right-registry.ts', '../cloudfunctions/rooms/actions'),
  right('src/home/planted-down.ts', '../reward/planted'),
  right('src/pages/planted-right/index.ts', '../../home/planted'),
  right('cloudfunctions/reward/actions/planted-right.ts', '../../ledger/index'),
  right('cloudfunctions/reward/rules/planted-right.ts', '../../ledger/rules'),
];

/** Texts of files that a plant needs to be what it is, beyond an empty module. */
export const partners = {
  'cloudfunctions/ledger/planted-cycle-back.ts': line('./planted-cycle'),
};
