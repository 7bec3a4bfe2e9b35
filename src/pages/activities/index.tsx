export { default } from '../../activity/activities/page';
