export { default } from '../../household/people/page';
