/** What rooms above may use of organisation. */

export { unitChanged } from './events';
export { grantingRole, pathAround, refuseChangeDay, renamedBeside } from './rules';
export { keepUnitChanges, refuseBelow } from './services/change-units';
export { endRolesOf } from './services/end-roles';
export { foreseeMerge, mergeUnit } from './services/merge-units';
export { reachCommunity, reachUnit, refuseEnded } from './services/reach';
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
export { lockUnits, type UnitChange, unitChangesById } from './store/unit-changes';
export {
  addUnits,
  communityOf,
  type NewUnit,
  presentUnits,
  type UnitRow,
  unitOf,
  unitsBelow,
  unitsOf,
} from './store/units';
