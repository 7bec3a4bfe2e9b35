/** What rooms above may use of activity. */

export { followChangesInActivity } from './services/follow-changes';
