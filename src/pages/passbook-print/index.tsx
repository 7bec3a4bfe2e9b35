import { whole } from '../../components/page-boundary';
import Page from '../../ledger/passbook-print/page';

export default whole(Page);
