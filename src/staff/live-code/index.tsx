export { default } from '../../activity/live-code/page';
