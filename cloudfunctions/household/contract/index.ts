export * from './applications';
export * from './binding';
export * from './consent';
export * from './find';
export * from './people';
export * from './roster';
