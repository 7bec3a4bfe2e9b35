import { whole } from '../../components/page-boundary';
import Page from '../../ledger/receipt/page';

export default whole(Page);
