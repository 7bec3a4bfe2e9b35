const TIMEOUT_MS = 12_000;

/** Whether the server has ended the session. Only then does the cookie, good for a month, open nothing more. */
export async function endSession(): Promise<boolean> {
  const ended = new AbortController();
  const timer = setTimeout(() => ended.abort(), TIMEOUT_MS);
  try {
    const asked = { method: 'DELETE', credentials: 'same-origin', signal: ended.signal } as const;
    return (await fetch(`${API_BASE}/session`, asked)).ok;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
