export { default } from '../../household/staff-household/page';
