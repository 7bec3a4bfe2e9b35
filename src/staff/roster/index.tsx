export { default } from '../../household/roster/page';
