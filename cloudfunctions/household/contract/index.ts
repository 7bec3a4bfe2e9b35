export * from './applications';
export * from './binding';
export * from './find';
export * from './people';
export * from './roster';
