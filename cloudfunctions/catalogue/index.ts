/** What rooms above may use of catalogue. */
export { type PolicyDocumentRow, policyDocumentsOf } from './store/basis';
export {
  type ItemVersion,
  itemVersionsOf,
  publishedItem,
  publishedItemsOf,
  type VersionKey,
  versionKey,
} from './store/versions';
