import { STAFF, SUPERVISORS } from '../../kit/action';
import { type Principal, reaches } from '../../kit/principal';

/** The community's staff; a grid worker helps at what the whole community does, not at their own grid's doors alone. */
export function isStaffOf(caller: Principal, communityPath: string): boolean {
  const inOneOfItsGrids = caller.roles.some(
    (held) => held.role === 'gridWorker' && held.unitPath.startsWith(communityPath),
  );
  return inOneOfItsGrids || reaches(caller, STAFF, communityPath);
}

export function supervises(caller: Principal, communityPath: string): boolean {
  return reaches(caller, SUPERVISORS, communityPath);
}
