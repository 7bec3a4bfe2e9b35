/** What rooms above may use of activity. */

export { followChanges } from './services/follow-changes';
