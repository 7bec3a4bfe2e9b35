export * from './create';
export * from './fields';
export * from './redeem';
export * from './rewards';
export * from './verify';
export * from './vouchers';
