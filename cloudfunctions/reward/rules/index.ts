export * from './codes';
export * from './creation';
export * from './draws';
export * from './eligibility';
export * from './issue';
export * from './period';
export * from './voucher';
