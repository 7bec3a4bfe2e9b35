export { default } from '../../activity/activity-edit/page';
