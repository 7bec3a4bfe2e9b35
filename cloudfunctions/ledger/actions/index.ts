import type { Handler } from '../../kit/handler';
import { balance, holder, passbook } from './book';
import { corrections, decideCorrection, proposeCorrection, withdrawCorrection } from './corrections';
import {
  confirmCountersigner,
  countersign,
  countersignatures,
  endCountersigner,
  nameCountersigner,
} from './countersign';
import { people } from './people';
import { checkpoints, nights, receipt, verifyReceipt } from './receipts';

export const actions: readonly Handler[] = [
  balance,
  passbook,
  holder,
  people,
  receipt,
  verifyReceipt,
  checkpoints,
  nights,
  nameCountersigner,
  confirmCountersigner,
  endCountersigner,
  countersign,
  countersignatures,
  proposeCorrection,
  corrections,
  decideCorrection,
  withdrawCorrection,
];
