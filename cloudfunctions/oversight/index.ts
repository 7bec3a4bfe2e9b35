/** What jobs and host may use of oversight. */
export { keepFigures, rebuildFigures } from './services/keep';
