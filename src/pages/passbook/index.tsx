export { default } from '../../ledger/passbook/page';
