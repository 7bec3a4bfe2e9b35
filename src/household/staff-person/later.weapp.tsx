export { PersonDesk } from './person-desk';
export { TakeIn } from './take-in';
