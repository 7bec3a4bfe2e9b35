import { whole } from '../../components/page-boundary';
import Page from '../../reward/voucher-print/page';

export default whole(Page);
