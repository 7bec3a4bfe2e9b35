import { whole } from '../../components/page-boundary';
import Page from '../../ledger/receipt-verify/page';

export default whole(Page);
