import type { Handler } from '../../kit/handler';
import { balance, passbook } from './book';
import {
  corrections,
  correctionsWaiting,
  decideCorrection,
  proposeCorrection,
  withdrawCorrection,
} from './corrections';
import { checkpoints, receipt, verifyReceipt } from './receipts';

export const actions: readonly Handler[] = [
  balance,
  passbook,
  receipt,
  verifyReceipt,
  checkpoints,
  proposeCorrection,
  corrections,
  correctionsWaiting,
  decideCorrection,
  withdrawCorrection,
];
