import type { InputOf } from '../../kit/action';
import { type Call, read } from '../../kit/handler';
import type { RoleHolder } from '../../kit/principal';
import * as contract from '../contract/find';
import { findPeople } from '../services/find-people';

function find(call: Call<RoleHolder>, input: InputOf<typeof contract.find>) {
  return findPeople(call, input);
}

export const findActions = [read(contract.find, find)];
