import { awardTo } from '../../award/award/award-to';
import { whole } from '../../components/page-boundary';
import { PeoplePage } from '../../household/people/page';
import { HeldVouchers } from '../../reward/held-vouchers';

export default whole(() => <PeoplePage holdings={HeldVouchers} award={awardTo} />);
