/**
 * Gates over something built. Each reads it, and then must refuse every fault planted in a copy of it: a gate that lets
 * everything pass looks just like one that works.
 */
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** `copyTo` puts what the gates read into an empty folder. */
export function runGates({ label, built, copyTo, gates }) {
  const garden = openGarden(label, copyTo);
  try {
    const wrong = gates.map((gate) => runGate(label, built, garden, gate)).reduce((sum, count) => sum + count, 0);
    process.exitCode = wrong > 0 ? 1 : 0;
  } finally {
    garden.close();
  }
}

function runGate(label, built, garden, gate) {
  const { faults, said } = gate.check(built);
  for (const fault of faults) console.error(`${label}: ${gate.name}: ${fault}`);
  const missed = missedPlants(label, garden, gate);
  console.log(
    `${label}: ${gate.name}: ${said}; ${faults.length} faults; ${gate.plants.length} plants, ${missed.length} missed`,
  );
  return faults.length + missed.length;
}

/** The plants of a gate that it did not name as what they are. */
function missedPlants(label, garden, { name, check, plants }) {
  return plants.filter(({ what, plant, caught }) => {
    plant(garden.folder);
    const { faults } = check(garden.folder);
    garden.weed();
    const right = faults.some((fault) => caught.test(fault));
    if (!right) console.error(`${label}: ${name}: planted ${what}; named: ${faults.join('; ') || 'nothing'}`);
    return !right;
  });
}

/** A copy to plant in, and `weed`, which makes it again what it was: what a plant left alone is not copied anew. */
function openGarden(label, copyTo) {
  const clean = mkdtempSync(path.join(tmpdir(), `check-${label}-`));
  const folder = mkdtempSync(path.join(tmpdir(), `check-${label}-`));
  copyTo(clean);
  cpSync(clean, folder, { recursive: true });
  const marks = () =>
    new Map(
      readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => {
        const file = path.join(entry.parentPath, entry.name);
        const { size, mtimeNs, ino } = statSync(file, { bigint: true });
        return [path.relative(folder, file), entry.isDirectory() ? 'folder' : `${size} ${mtimeNs} ${ino}`];
      }),
    );
  let before = marks();
  const weed = () => {
    const after = marks();
    for (const name of after.keys())
      if (!before.has(name)) rmSync(path.join(folder, name), { recursive: true, force: true });
    const changed = [...before].filter(([name, mark]) => after.get(name) !== mark).map(([name]) => name);
    for (const name of changed)
      cpSync(path.join(clean, name), path.join(folder, name), { recursive: true, force: true });
    before = marks();
  };
  const close = () => {
    for (const one of [clean, folder]) rmSync(one, { recursive: true, force: true });
  };
  return { folder, weed, close };
}
