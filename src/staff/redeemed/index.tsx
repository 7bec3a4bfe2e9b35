import { whole } from '../../components/page-boundary';
import Page from '../../reward/redeemed/page';

export default whole(Page);
