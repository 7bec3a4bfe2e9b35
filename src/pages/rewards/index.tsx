import { whole } from '../../components/page-boundary';
import Page from '../../reward/rewards/page';

export default whole(Page);
