import { Button } from '../../components/button';
import { useWide } from '../../theme/use-wide';
import { goTo } from '../../ways';

/** By where they live, also tenants and who comes from elsewhere. */
export function Newcomers() {
  return (
    <Button small={useWide()} icon="plus" onTap={() => goTo('staff/household', { new: 1 })}>
      登记新的一户
    </Button>
  );
}
