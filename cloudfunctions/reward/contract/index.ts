export * from './create';
export * from './fields';
export * from './issue';
export * from './redeem';
export * from './refusals';
export * from './rewards';
export * from './second-looks';
export * from './vouchers';
