export * from './checkpoint';
export * from './entry';
