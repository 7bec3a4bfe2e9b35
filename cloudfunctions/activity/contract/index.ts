export * from './announce';
export * from './check-in';
