import { useCallback, useEffect, useRef, useState } from 'react';
import type { Refused } from '../../api';
import { readWhole } from '../../api/use-whole';
import { type Names, readPeople } from '../people-names';
import type { Held } from './held';

const unique = (ids: readonly string[]) => [...new Set(ids)];

const partnerOf = ({ providerId, societyId }: Held) => providerId ?? societyId;

async function readProviders(unitIds: readonly string[], into: Names): Promise<Refused | undefined> {
  for (const unitId of unitIds) {
    const answer = await readWhole('organisation.providers', { unitId }, 'providers');
    if (!answer.ok) return answer;
    for (const { providerId, name } of answer.data) into.set(providerId, name);
  }
  return undefined;
}

async function readSocieties(unitIds: readonly string[], into: Names): Promise<Refused | undefined> {
  for (const unitId of unitIds) {
    const answer = await readWhole('organisation.societies', { unitId }, 'societies');
    if (!answer.ok) return answer;
    for (const { societyId, name } of answer.data) into.set(societyId, name);
  }
  return undefined;
}

/** A unit's providers are those in it and above it: that of a clerk is among them, unless it has closed. */
async function readPartners(held: readonly Held[], into: Names): Promise<Refused | undefined> {
  const asking = held.filter((one) => partnerOf(one) && !into.has(partnerOf(one) ?? ''));
  const unitsOf = (key: 'providerId' | 'societyId') =>
    unique(asking.filter((one) => one[key]).map(({ unitId }) => unitId));
  const refusal =
    (await readProviders(unitsOf('providerId'), into)) ?? (await readSocieties(unitsOf('societyId'), into));
  if (refusal) return refusal;
  for (const one of asking) into.set(partnerOf(one) ?? '', into.get(partnerOf(one) ?? '') ?? '');
  return undefined;
}

/** What those who hold roles are called, and whom they work for: asked once for each of them. */
export function useKnownNames(held: readonly Held[]) {
  const names = useRef<Names>(new Map());
  const [told, tell] = useState<{ refusal: Refused | undefined }>();
  const key = held.map(({ roleId }) => roleId).join();
  const newest = useRef(held);
  newest.current = held;
  const reload = useCallback(async () => {
    const asked = newest.current;
    const unknown = unique(asked.map(({ residentId }) => residentId)).filter((id) => !names.current.has(id));
    tell({ refusal: (await readPeople(unknown, names.current)) ?? (await readPartners(asked, names.current)) });
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says which roles are shown
  useEffect(() => void reload(), [reload, key]);
  const knows = (one: Held) =>
    names.current.has(one.residentId) && (!partnerOf(one) || names.current.has(partnerOf(one) ?? ''));
  return {
    nameOf: (id: string | null) => names.current.get(id ?? '') || undefined,
    knows,
    refusal: told?.refusal,
    reload,
  };
}
