/** What rooms above may use of catalogue. */
export { policyDocumentsOf } from './store/basis';
export {
  type ItemVersion,
  itemOn,
  itemVersionsOf,
  publishedItem,
  publishedItemsOf,
  versionKey,
} from './store/versions';
