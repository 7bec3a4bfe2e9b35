export { default } from '../../activity/scan/page';
