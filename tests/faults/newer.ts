import { MIGRATIONS } from '../../src/lib/server/db/migrate';

/** The migrations of a release to come: one table is rebuilt, and one has a column more. */
export const NEWER: readonly string[] = [
	...MIGRATIONS,
	`CREATE TABLE __new_pack AS SELECT * FROM pack; DROP TABLE pack; ALTER TABLE __new_pack RENAME TO pack`,
	`ALTER TABLE council ADD COLUMN region TEXT`
];
