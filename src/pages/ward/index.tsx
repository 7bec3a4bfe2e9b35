import { whole } from '../../components/page-boundary';
import Page from '../../household/ward/page';

export default whole(Page);
