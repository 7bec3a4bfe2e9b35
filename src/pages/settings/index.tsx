export { default } from '../../home/settings/page';
