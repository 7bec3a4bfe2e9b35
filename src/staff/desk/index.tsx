import { whole } from '../../components/page-boundary';
import Page from '../../reward/desk/page';

export default whole(Page);
