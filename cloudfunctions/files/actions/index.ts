import type { Handler } from '../../kit/handler';
import { uploadActions } from './upload';

export const actions: readonly Handler[] = uploadActions;
