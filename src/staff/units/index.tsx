export { default } from '../../organisation/units/page';
