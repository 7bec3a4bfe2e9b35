export * from './checkpoint';
export * from './entry';
export * from './night-head';
