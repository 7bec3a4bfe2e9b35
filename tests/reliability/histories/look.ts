import { checkChain } from '../../../cloudfunctions/ledger/rules';
import { chainsOf, type StoredEntry } from '../../../cloudfunctions/ledger/store/entries';
import { HOME_NAMES, type Holder, NAMES } from './cast';
import type { Model } from './model';
import type { Stage } from './stage';

const HOLDERS: readonly Holder[] = [...NAMES, ...HOME_NAMES];

interface Seen {
  readonly accounts: readonly AccountSeen[];
  readonly stock: readonly { readonly key: string; readonly taken: number }[];
  readonly vouchers: readonly { readonly id: string; readonly state: string; readonly draws: number }[];
}
interface AccountSeen {
  readonly id: string;
  readonly head: string;
  readonly seq: number;
  readonly lifetime: number;
  readonly held: number;
  readonly redeemed: number;
}
type Chain = readonly StoredEntry[];

/** All that a step may have changed, in one statement. */
const LOOK = {
  name: 'history-look',
  text: `select
    (select coalesce(json_agg(json_build_object('id', account_id, 'head', encode(head_hash, 'hex'), 'seq', seq,
       'lifetime', lifetime, 'held', held, 'redeemed', redeemed)), '[]')
       from account where account_id = any ($1::uuid[])) as accounts,
    (select coalesce(json_agg(json_build_object('key', reward_id || ' ' || period_key, 'taken', taken)), '[]')
       from reward_stock where reward_id = any ($2::uuid[])) as stock,
    (select coalesce(json_agg(json_build_object('id', id, 'state', state,
       'draws', (select count(*) from voucher_draw where voucher_id = voucher.id))), '[]')
       from voucher where reward_id = any ($2::uuid[])) as vouchers`,
};

/**
 * Looks at one history's community after every step, at the sums by themselves and beside the model's, and tells what
 * is wrong. Plain comparisons, told in one list: thousands of `expect` cost more than the steps.
 */
export class Look {
  private readonly chains = new Map<string, Chain>();
  private readonly accounts = new Map<string, AccountSeen>();

  constructor(
    private readonly stage: Stage,
    private readonly model: Model,
  ) {}

  async afterStep(): Promise<readonly string[]> {
    const { database } = this.stage.theatre;
    const values = [HOLDERS.map(this.stage.idOf), this.stage.built.rewardIds];
    const seen = (await database.pool.query<Seen>({ ...LOOK, values })).rows[0] as Seen;
    const moved = seen.accounts.filter((now) => JSON.stringify(now) !== JSON.stringify(this.accounts.get(now.id)));
    const chains = await chainsOf(
      database.db,
      moved.map(({ id }) => id),
    );
    const wrong = moved.flatMap((now) => this.wrongOf(now, chains.get(now.id) ?? []));
    return [...wrong, ...this.unlikeModel(), ...this.wrongVouchers(seen), ...this.wrongStock(seen)];
  }

  /** What is wrong with an account that has moved; then it is known as it is now. */
  private wrongOf(now: AccountSeen, chain: Chain): string[] {
    const { id, seq, lifetime, held, redeemed } = now;
    const [before, known] = [this.accounts.get(id), this.chains.get(id) ?? []];
    const sum = (...kinds: readonly string[]) =>
      chain.reduce((total, { kind, points }) => total + (kinds.includes(kind) ? points : 0), 0);
    const available = lifetime - held - redeemed;
    const isCorrected = chain.slice(known.length).some(({ kind }) => kind === 'correction');
    const promises = {
      'its chain verifies':
        checkChain(chain, {
          ...{ seq, hash: Buffer.from(now.head, 'hex') },
          balance: { lifetime, held, redeemed, available },
        }) === null,
      'entries are only added': known.every(({ hash }, i) => chain[i]?.hash.equals(hash)),
      'lifetime is the sum of its entries': lifetime === sum('credit') - sum('correction'),
      'held is the sum of its entries': held === sum('hold') - sum('redeem', 'release'),
      'redeemed is the sum of its entries': redeemed === sum('redeem'),
      'available is not below 0': available >= 0,
      'lifetime falls only by a correction': isCorrected || lifetime >= (before?.lifetime ?? 0),
    };
    this.accounts.set(id, now);
    this.chains.set(id, chain);
    return broken(this.nameOf(id), promises);
  }

  private unlikeModel(): string[] {
    return HOLDERS.flatMap((holder) => {
      const id = this.stage.idOf(holder);
      const { lifetime, held, redeemed, entries } = this.model.town.account(holder);
      const seen = this.accounts.get(id) ?? { lifetime: 0, held: 0, redeemed: 0 };
      const chain = this.chains.get(id) ?? [];
      const isSame = lifetime === seen.lifetime && held === seen.held && redeemed === seen.redeemed;
      const sameEntries =
        entries.length === chain.length &&
        entries.every(
          ({ kind, points, corrects }, i) =>
            chain[i]?.kind === kind && chain[i].points === points && chain[i].correctsSeq === corrects,
        );
      return broken(holder, { 'balance as in the model': isSame, 'entries as in the model': sameEntries });
    });
  }

  /** One redeem entry for each draw of a redeemed voucher, one release for each of one given back, and none before. */
  private wrongVouchers({ vouchers }: Seen): string[] {
    const states = new Map(vouchers.map(({ id, state }) => [id, state]));
    const mine = this.stage.vouchers.map(({ voucherId }) => states.get(voucherId)).join();
    const moves = this.movesOfVouchers();
    const wrong = vouchers.flatMap(({ id, state, draws }) => {
      const has = (kind: string) => moves.get(`${kind} ${id}`) ?? 0;
      const isGivenBack = state === 'cancelled' || state === 'lapsed';
      return broken(`${state} voucher`, {
        'one hold for each draw': draws > 0 && has('hold') === draws,
        'redeem entries when redeemed': has('redeem') === (state === 'redeemed' ? draws : 0),
        'release entries when given back': has('release') === (isGivenBack ? draws : 0),
      });
    });
    const theirs = this.model.vouchers.all.map(({ state }) => state).join();
    const isSame = mine === theirs && vouchers.length === this.stage.vouchers.length;
    return [...wrong, ...broken('vouchers', { 'states as in the model': isSame })];
  }

  private wrongStock({ stock }: Seen): string[] {
    const left = new Map([...this.model.vouchers.taken].map(([key, taken]) => [this.stockKey(key), taken]));
    return stock.flatMap(({ key, taken }) =>
      broken(`stock ${key}`, { 'not below 0': taken >= 0, 'as in the model': taken === (left.get(key) ?? 0) }),
    );
  }

  private stockKey(key: string): string {
    const [reward, period] = key.split(' ');
    return `${this.stage.built.rewardIds[Number(reward)]} ${period}`;
  }

  /** How many entries of each kind name each voucher. */
  private movesOfVouchers(): Map<string, number> {
    const moves = new Map<string, number>();
    for (const chain of this.chains.values())
      for (const { kind, source, sourceId } of chain)
        if (source === 'voucher') moves.set(`${kind} ${sourceId}`, (moves.get(`${kind} ${sourceId}`) ?? 0) + 1);
    return moves;
  }

  private nameOf = (id: string) => HOLDERS.find((holder) => this.stage.idOf(holder) === id) ?? id;
}

/** The promises that do not hold. */
const broken = (what: string, promises: Readonly<Record<string, boolean>>): string[] =>
  Object.entries(promises).flatMap(([promise, isKept]) => (isKept ? [] : [`${what}: ${promise}`]));
