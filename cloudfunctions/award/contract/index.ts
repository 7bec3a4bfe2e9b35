export * from './asking';
export * from './give';
export * from './given';
export * from './lists';
export * from './name-list';
export * from './refusals';
export * from './waiting';
