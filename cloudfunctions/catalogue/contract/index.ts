export * from './basis';
export * from './basis-changes';
export * from './drafts';
export * from './fields';
export * from './import-sheet';
export * from './items';
export * from './publishing';
export * from './refusals';
