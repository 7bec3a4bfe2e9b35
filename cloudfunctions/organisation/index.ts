/** What rooms above may use of organisation. */

export { grantingRole } from './rules';
export { endRolesOf } from './services/end-roles';
export { reachCommunity, reachUnit } from './services/reach';
export { limitsOf } from './services/unit-limits';
export { countUnits, endGrants, founderId, foundingGrants, renameUnit, tagUnits } from './store/founding';
export { addGrants, grantsOf, type NewGrant, rolesOf } from './store/grants';
export { gridWorkerFor, holdersOf, namedRolesOf, workplacesOf } from './store/holders';
export {
  addProviders,
  addSocieties,
  type NewProvider,
  type NewSociety,
  type ProviderRow,
  providersOf,
  societiesOf,
  societyOf,
} from './store/partners';
export { addUnits, communityOf, type NewUnit, type UnitRow, unitOf, unitsBelow, unitsOf } from './store/units';
