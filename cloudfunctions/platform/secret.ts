import type { SecretSource } from './port';

const BYTES = 32;
export const SECRET_NAME = 'BEHAVIOUR_BANK_SECRET';

/** Hexadecimal or base64, as `openssl rand` prints them. Undefined when it is neither, or not 32 bytes. */
export function decodeSecret(text: string): Buffer | undefined {
  const trimmed = text.trim();
  if (/^[0-9a-fA-F]{64}$/.test(trimmed)) return Buffer.from(trimmed, 'hex');
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(trimmed)) return undefined;
  const bytes = Buffer.from(trimmed, 'base64');
  return bytes.length === BYTES ? bytes : undefined;
}

/** From the environment, where the operator keeps it. Never told in a message, not even in part. */
export function secretFromEnvironment(env: NodeJS.ProcessEnv): SecretSource {
  return () => {
    const text = env[SECRET_NAME];
    if (!text)
      throw new Error(`${SECRET_NAME} is not set: give it 32 random bytes, as \`openssl rand -hex 32\` prints.`);
    const secret = decodeSecret(text);
    if (!secret) throw new Error(`${SECRET_NAME} is not 32 bytes in hexadecimal or base64: \`openssl rand -hex 32\`.`);
    return secret;
  };
}
