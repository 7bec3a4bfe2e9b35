export * from './decide';
export * from './giving';
export * from './left';
export * from './steps';
export * from './worth';
