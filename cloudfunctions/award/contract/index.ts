export * from './give';
export * from './given';
export * from './lists';
export * from './refusals';
export * from './waiting';
