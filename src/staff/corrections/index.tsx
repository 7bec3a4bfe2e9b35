export { default } from '../../ledger/corrections/page';
