export { default } from '../../reward/staff-rewards/page';
