export * from './bring-along';
export * from './change';
export * from './hints';
export * from './live-code';
export * from './scan';
export * from './sign-up';
export * from './times';
