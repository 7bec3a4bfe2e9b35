import { whole } from '../../components/page-boundary';
import Page from '../../ledger/corrections/page';

export default whole(Page);
