import { mkdirSync } from 'node:fs';
import { createKeys, type Keys } from '../kit/keys';
import { secretInFolder } from '../platform/local/secret-file';
import { SECRET_NAME, secretFromEnvironment } from '../platform/secret';

/** In production the secret is the operator's to keep; elsewhere the data folder has one of its own. */
export function openKeys(env: NodeJS.ProcessEnv, settings: { isProduction: boolean; dataFolder: string }): Keys {
  const isGiven = settings.isProduction || env[SECRET_NAME] !== undefined;
  if (isGiven) return createKeys(secretFromEnvironment(env)());
  mkdirSync(settings.dataFolder, { recursive: true, mode: 0o700 });
  return createKeys(secretInFolder(settings.dataFolder)());
}
