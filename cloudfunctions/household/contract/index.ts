export * from './binding';
export * from './people';
export * from './roster';
