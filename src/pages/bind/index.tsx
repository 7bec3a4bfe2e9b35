export { default } from '../../household/bind/page';
