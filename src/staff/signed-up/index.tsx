import Page from '../../activity/signed-up/page';
import { whole } from '../../components/page-boundary';

export default whole(Page);
