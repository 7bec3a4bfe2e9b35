export * from './give';
export * from './lists';
