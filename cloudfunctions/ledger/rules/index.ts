export * from './checkpoint';
export * from './countersign';
export * from './entry';
export * from './night-head';
