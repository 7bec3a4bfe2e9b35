export * from './basis';
export * from './items';
