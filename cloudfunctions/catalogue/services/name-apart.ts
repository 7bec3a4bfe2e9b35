import { lockMutex } from '../../kit/attempt';
import type { Db } from '../../kit/transaction';

/** Whoever registers one, puts one right or ends one comes behind the other: no two of a unit bear one number or name. */
export const lockBases = (db: Db, unitId: string): Promise<void> => lockMutex(db, `basis:${unitId}`);
