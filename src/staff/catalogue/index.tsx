export { default } from '../../catalogue/catalogue/page';
