export { default } from '../../reward/voucher-print/page';
