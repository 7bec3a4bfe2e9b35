export { default } from '../../reward/rewards/page';
