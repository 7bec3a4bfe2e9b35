export * from './partners';
export * from './refusals';
export * from './roles';
export * from './unit-limits';
export * from './units';
