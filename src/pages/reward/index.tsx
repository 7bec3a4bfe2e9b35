import { whole } from '../../components/page-boundary';
import Page from '../../reward/reward/page';

export default whole(Page);
