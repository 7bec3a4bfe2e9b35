export * from './book';
export * from './corrections';
export * from './fields';
export * from './people';
export * from './receipts';
export * from './refusals';
