import { useEffect, useState } from 'react';
import { keyIdOf } from '../../../cloudfunctions/values/receipt';
import { read } from '../../api';
import { isGenuine, type Receipt } from './check';
import type { Verdict } from './receipt-words';

/** What the device finds by itself: undefined where it cannot reckon, on a phone too old for it. That blames no receipt. */
function reckon(receipt: Receipt, publicKey: string): boolean | undefined {
  try {
    return isGenuine(receipt, publicKey);
  } catch {
    return undefined;
  }
}

const BY_SERVER = {
  genuine: 'genuine',
  altered: 'altered',
  unknownKey: 'otherKey',
  unknownCheckpoint: 'altered',
} as const satisfies Record<string, Verdict>;

/** What the server says of it; undefined where nobody answers. What it cannot even read is none of ours. */
async function askServer(receipt: Receipt): Promise<Verdict | undefined> {
  const result = await read('ledger.verifyReceipt', { receipt });
  if (result.ok) return BY_SERVER[result.data.verdict];
  return result.code === 'INVALID_INPUT' ? 'altered' : undefined;
}

/**
 * On the device first, with the key that is trusted, then against what was published. Null: there is no receipt yet;
 * undefined: the key is still on its way.
 */
export function useVerdict(receipt: Receipt | null | undefined, publicKey: string): Verdict {
  const [verdict, setVerdict] = useState<Verdict>(receipt === null ? 'notYet' : 'checking');
  useEffect(() => {
    if (!receipt) return setVerdict(receipt === null ? 'notYet' : 'checking');
    if (publicKey && receipt.checkpoint.keyId !== keyIdOf(publicKey)) return setVerdict('otherKey');
    const own = publicKey ? reckon(receipt, publicKey) : undefined;
    if (own === false) return setVerdict('altered');
    void askServer(receipt).then((told) => setVerdict(told ?? (own ? 'unpublished' : 'unchecked')));
  }, [receipt, publicKey]);
  return verdict;
}
