export * from './refusals';
export * from './upload';
