export { default } from '../../award/award/page';
