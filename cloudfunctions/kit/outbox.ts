import type { RefusalDetail } from './refusal';
import type { Db } from './transaction';

/** News for rooms above: written in the transaction of the deed, read by them later. Ids and numbers only. */
export interface News {
  readonly topic:
    | 'memberBound'
    | 'memberUnbound'
    | 'awardPosted'
    | 'voucherIssued'
    | 'voucherRedeemed'
    | 'voucherEnded'
    | 'roleChanged';
  readonly payload: RefusalDetail;
}

function newsRows(news: readonly News[], nowMs: number) {
  return news.map(({ topic, payload }) => ({
    topic,
    payload: JSON.stringify(payload),
    created_at: new Date(nowMs),
  }));
}

export async function tellAbove(db: Db, news: readonly News[], nowMs: number): Promise<void> {
  if (news.length > 0) await db.insertInto('outbox').values(newsRows(news, nowMs)).execute();
}
