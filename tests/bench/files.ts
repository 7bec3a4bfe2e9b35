import { randomBytes, randomUUID } from 'node:crypto';
import { FILE_KINDS } from '../../cloudfunctions/values/files';
import { rosterOf } from '../household/roster-scene';
import { insertHolder } from '../support/doors';
import { announced, hashOf, partOf } from '../support/upload';
import { type Callers, postOf } from './callers';
import { allWell } from './check-ins';
import { quantile, shown, whole } from './measure';
import { type Served, signIn } from './served';

/** Who each send one of the largest files, their parts in turns. */
const PEOPLE = 4;
const ROWS = 8_000;
const PREVIEWS = 5;

async function staffOf({ world, scene }: Served): Promise<string> {
  return signIn(world, await insertHolder(world, 'communityStaff', scene.units.communityId));
}

/** Begins a file and gives a request for each of its parts. */
async function begin({ port }: Served, token: string, file: Buffer): Promise<string[]> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/files/beginUpload`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ input: announced(file), requestId: randomUUID() }),
  });
  const { data } = (await answer.json()) as { data: { missing: number[] } };
  const fileHash = hashOf(file);
  return data.missing.map((part) => {
    const input = { fileHash, part, partBase64: partOf(file, part) };
    return postOf('/api/files/uploadPart', token, { input, requestId: randomUUID() });
  });
}

/** Parts of 72 kB over HTTP: sealed, kept, logged; the last of each file is held against the hash of the whole. */
export async function measureUploads(callers: Callers, served: Served, rounds: number, count: number): Promise<void> {
  const tokens = await Promise.all(Array.from({ length: PEOPLE }, () => staffOf(served)));
  const [perSecond, waits]: [number[], number[]] = [[], []];
  for (let round = -1; round < rounds; round++) {
    const ofEach = await Promise.all(
      tokens.map((token) => begin(served, token, randomBytes(FILE_KINDS.xlsx.bytesMax))),
    );
    const requests = (ofEach[0] ?? []).flatMap((_, part) => ofEach.map((of) => of[part] as string));
    const told = allWell(await callers.call({ port: served.port, callers: count, requests }));
    if (round < 0) continue;
    perSecond.push((requests.length / told.ms) * 1000);
    waits.push(...told.waitsMs);
  }
  const latency = `${quantile(waits, 0.5).toFixed(1)} / ${quantile(waits, 0.99).toFixed(1)}`;
  console.log(`| files.uploadPart | ${count} | ${shown(perSecond)} | ${latency} |`);
}

/** The first page of a roster of new people, from the file to the answer. */
export async function measurePreview(callers: Callers, served: Served): Promise<void> {
  const token = await staffOf(served);
  const file = rosterOf(
    ...Array.from({ length: ROWS }, (_, i) => ({
      ...{
        户编号: `B${Math.floor(i / 4)}`,
        户主姓名: '王大山',
        姓名: i % 4 === 0 ? '王大山' : `李${i}`.replace(/\d/g, cipher),
      },
      ...{ 与户主关系: i % 4 === 0 ? '户主' : '子', 出生日期: '1960-01-02', 联系电话: String(14_000_000_000 + i) },
    })),
  );
  const { port, scene } = served;
  allWell(await callers.call({ port, callers: 1, requests: await begin(served, token, file) }));
  const input = { unitId: scene.units.communityId, fileName: '名册.xlsx', fileHash: hashOf(file), limit: 1_000 };
  const requests = Array.from({ length: PREVIEWS }, () => postOf('/api/household/previewRoster', token, { input }));
  const { waitsMs } = allWell(await callers.call({ port, callers: 1, requests }));
  console.log(
    `a page of a preview of ${whole(ROWS)} rows (${whole(file.length / 1024)} kB): ${whole(quantile(waitsMs, 0.5))} ms`,
  );
}
const cipher = (digit: string) => '零一二三四五六七八九'[Number(digit)] as string;
