import { readFileSync } from 'node:fs';
import { describeTables } from '../../cloudfunctions/database/describe-tables';
import { documentTables } from '../../cloudfunctions/database/document-tables';
import { useDatabase } from '../support/database';

const database = useDatabase();

it('has table types that are those of the migrated database (else: npm run generate:tables)', async () => {
  const { ownerPool } = database;
  expect(readFileSync('cloudfunctions/database/tables.ts', 'utf8')).toBe(await describeTables(ownerPool));
});

it('names the values that a checked column may hold', async () => {
  expect(await describeTables(database.ownerPool)).toContain("    setting: 'urban' | 'rural' | null;\n");
});

it('has a page of all tables that is true of the migrated database (else: npm run generate:tables)', async () => {
  expect(readFileSync('docs/tables.md', 'utf8')).toBe(await documentTables(database.ownerPool));
});
