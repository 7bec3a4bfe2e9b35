import { read } from '../../kit/handler';
import * as contract from '../contract/find';
import { findPeople } from '../services/find-people';

export const findActions = [read(contract.find, (call, input) => findPeople(call, input))];
