export interface Persona {
  readonly key: string;
  readonly title: string;
  readonly tryThis: string;
}

/** Who may be tried out: `none` where there is no demo, `failed` when nobody answers. */
export async function listPersonas(): Promise<readonly Persona[] | 'none' | 'failed'> {
  try {
    const response = await fetch(`${API_BASE}/session/personas`, { credentials: 'same-origin' });
    if (response.status === 404) return 'none';
    const answer = (await response.json()) as { ok: boolean; data?: { personas: Persona[] } };
    if (!answer.ok || !answer.data) return 'failed';
    return answer.data.personas.length > 0 ? answer.data.personas : 'none';
  } catch {
    return 'failed';
  }
}

export async function signInAs(persona: string): Promise<boolean> {
  try {
    const response = await fetch(`${API_BASE}/session/demo`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ persona }),
    });
    return response.ok;
  } catch {
    return false;
  }
}
