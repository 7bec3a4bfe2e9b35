export { default } from '../../reward/reward/page';
