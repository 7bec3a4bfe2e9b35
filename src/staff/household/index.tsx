import { whole } from '../../components/page-boundary';
import { HouseholdPage } from '../../household/staff-household/page';
import { HeldVouchers } from '../../reward/held-vouchers';

export default whole(() => <HouseholdPage holdings={HeldVouchers} />);
