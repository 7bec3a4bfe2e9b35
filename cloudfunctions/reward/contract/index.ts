export * from './rewards';
export * from './vouchers';
