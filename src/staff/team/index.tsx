export { default } from '../../organisation/team/page';
