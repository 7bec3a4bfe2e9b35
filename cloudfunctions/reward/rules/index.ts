export * from './codes';
export * from './creation';
export * from './draws';
export * from './eligibility';
export * from './period';
export * from './redemption';
export * from './voucher';
