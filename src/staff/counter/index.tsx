import { whole } from '../../components/page-boundary';
import Page from '../../reward/counter/page';

export default whole(Page);
