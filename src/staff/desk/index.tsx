export { default } from '../../reward/desk/page';
