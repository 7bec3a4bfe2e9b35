import { businessDate } from '../../../../cloudfunctions/values/dates';
import type { Holder, Name } from '../cast';
import type { Town } from './town';

interface Request {
  readonly holder: Holder;
  readonly seq: number;
  readonly by: Name;
  state: 'waiting' | 'approved' | 'refused' | 'noted' | 'withdrawn';
}
const TEN_MINUTES_MS = 600_000;

/** Corrections and the nightly checkpoints. */
export class Corrections {
  private readonly requests: Request[] = [];
  constructor(private readonly town: Town) {}

  get count(): number {
    return this.requests.length;
  }

  propose(by: Name, holder: Holder, seq: number): string {
    const { entries } = this.town.account(holder);
    const entry = entries[seq - 1];
    if (!entry) return 'ENTRY_NOT_FOUND';
    if (entry.kind !== 'credit') return 'NOT_A_CREDIT';
    if (entries.some(({ corrects }) => corrects === seq)) return 'CORRECTED_ALREADY';
    const same = this.requests.filter((one) => one.holder === holder && one.seq === seq);
    if (same.some(({ state }) => state === 'waiting')) return 'CORRECTION_WAITING';
    this.requests.push({ holder, seq, by, state: 'waiting' });
    return 'ok';
  }

  /** What became of it; only the community's two admins may say. */
  decide(by: Name, place: number, approve: boolean): string {
    if (by !== 'admin' && by !== 'deputy') return 'NOT_ALLOWED';
    const request = this.requests[place] as Request;
    if (request.state !== 'waiting') return 'CORRECTION_DECIDED';
    if (request.by === by) return 'OWN_PROPOSAL';
    const { points } = this.town.account(request.holder).entries[request.seq - 1] as { points: number };
    const isThere = this.town.free(request.holder) >= points;
    request.state = !approve ? 'refused' : isThere ? 'approved' : 'noted';
    if (request.state === 'approved') this.town.write(request.holder, 'correction', points, request.seq);
    return request.state;
  }

  withdraw(by: Name, place: number): string {
    const request = this.requests[place] as Request;
    if (request.by !== by) return 'NOT_YOUR_PROPOSAL';
    if (request.state !== 'waiting') return 'CORRECTION_DECIDED';
    request.state = 'withdrawn';
    return 'ok';
  }

  /** How many days are signed: those that were over ten minutes ago. */
  sign(): number {
    const current = businessDate(this.town.nowMs - TEN_MINUTES_MS);
    const due = [...this.town.unsignedDays].filter((day) => day < current);
    for (const day of due) this.town.unsignedDays.delete(day);
    return due.length;
  }
}
