/** What rooms above may use of catalogue. */
export { documentFor } from './services/holds';
export { policyDocumentsOf } from './store/basis';
export {
  ITEM_FOR_RESIDENTS,
  type ItemVersion,
  itemDayKey,
  itemOn,
  itemsOn,
  itemVersionsOf,
  publishedItem,
  publishedItemsOf,
  versionKey,
} from './store/versions';
