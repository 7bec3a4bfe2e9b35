import { whole } from '../../components/page-boundary';
import Page from '../../session/sign-in/page';

export default whole(Page);
