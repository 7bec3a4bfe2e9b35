import { whole } from '../../components/page-boundary';
import Page from '../../ledger/nights/page';

export default whole(Page);
