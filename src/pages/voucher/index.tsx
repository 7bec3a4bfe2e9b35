export { default } from '../../reward/voucher/page';
