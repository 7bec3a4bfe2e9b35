export * from './decide';
export * from './left';
export * from './steps';
export * from './worth';
