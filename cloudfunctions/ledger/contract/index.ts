export * from './book';
export * from './receipts';
