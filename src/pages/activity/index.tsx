export { default } from '../../activity/activity/page';
