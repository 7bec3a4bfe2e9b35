import { whole } from '../../components/page-boundary';
import Page from '../../reward/kinds/page';

export default whole(Page);
