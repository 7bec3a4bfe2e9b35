/**
 * Gates over something built. Each reads it, and then must refuse every fault planted in a copy of it: a gate that lets
 * everything pass looks just like one that works.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** `copyTo` puts what the gates read into an empty folder. */
export function runGates({ label, built, copyTo, gates }) {
  const wrong = gates.map((gate) => runGate(label, built, copyTo, gate)).reduce((sum, count) => sum + count, 0);
  process.exitCode = wrong > 0 ? 1 : 0;
}

function runGate(label, built, copyTo, gate) {
  const { faults, said } = gate.check(built);
  for (const fault of faults) console.error(`${label}: ${gate.name}: ${fault}`);
  const missed = missedPlants(label, copyTo, gate);
  console.log(
    `${label}: ${gate.name}: ${said}; ${faults.length} faults; ${gate.plants.length} plants, ${missed.length} missed`,
  );
  return faults.length + missed.length;
}

/** The plants of a gate that it did not name as what they are. */
function missedPlants(label, copyTo, { name, check, plants }) {
  return plants.filter(({ what, plant, caught }) => {
    const folder = mkdtempSync(path.join(tmpdir(), `check-${label}-`));
    try {
      copyTo(folder);
      plant(folder);
      const { faults } = check(folder);
      const right = faults.some((fault) => caught.test(fault));
      if (!right) console.error(`${label}: ${name}: planted ${what}; named: ${faults.join('; ') || 'nothing'}`);
      return !right;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
