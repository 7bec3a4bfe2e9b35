export * from './partners';
export * from './refusals';
export * from './roles';
export * from './units';
