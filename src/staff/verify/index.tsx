export { default } from '../../reward/verify/page';
