export { default } from '../../ledger/receipt/page';
