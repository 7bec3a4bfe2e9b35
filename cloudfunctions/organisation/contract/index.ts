export * from './partners';
export * from './roles';
export * from './units';
