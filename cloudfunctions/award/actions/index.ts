import type { Handler } from '../../kit/handler';
import { answerSigner, askGiver } from './asking';
import { give, preview } from './give';
import { givenToday, withdraw } from './given';
import { neighbours, recent } from './lists';
import { readNames, readNamesFile } from './name-list';
import { decided, sign, turnDown, waiting } from './waiting';

export const actions: readonly Handler[] = [
  give,
  preview,
  givenToday,
  withdraw,
  recent,
  neighbours,
  waiting,
  decided,
  sign,
  turnDown,
  askGiver,
  answerSigner,
  readNames,
  readNamesFile,
];
