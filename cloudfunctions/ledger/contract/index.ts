export * from './book';
export * from './corrections';
export * from './countersign';
export * from './fields';
export * from './people';
export * from './receipts';
export * from './refusals';
