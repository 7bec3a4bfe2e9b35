export { default } from '../../reward/vouchers/page';
