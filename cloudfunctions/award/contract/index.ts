export * from './give';
export * from './lists';
export * from './refusals';
export * from './waiting';
