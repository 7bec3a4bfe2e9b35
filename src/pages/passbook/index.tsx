import { whole } from '../../components/page-boundary';
import Page from '../../ledger/passbook/page';

export default whole(Page);
