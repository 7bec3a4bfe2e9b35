export { default } from '../../household/card-print/page';
