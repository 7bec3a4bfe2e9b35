export { default } from '../../home/me/page';
