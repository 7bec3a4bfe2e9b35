import type { ComponentType } from 'react';

/** What a page's file gives. */
export interface PageModule {
  readonly default: ComponentType;
}
