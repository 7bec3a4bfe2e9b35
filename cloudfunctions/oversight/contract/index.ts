export * from './participation';
export * from './refusals';
export * from './waiting';
