export * from './decide';
export * from './steps';
export * from './worth';
