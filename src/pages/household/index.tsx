export { default } from '../../household/my-household/page';
