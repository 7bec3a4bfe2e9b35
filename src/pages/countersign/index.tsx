import { whole } from '../../components/page-boundary';
import Page from '../../ledger/countersign/page';

export default whole(Page);
