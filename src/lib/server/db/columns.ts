import { sql } from 'drizzle-orm';
import { integer, text } from 'drizzle-orm/sqlite-core';

// Bounds name plain columns, because a table's own name inside a CHECK goes wrong when a later migration rebuilds the
// table.

/** The id of a row within its council. */
export const id = () => text().notNull();
/** The place of a row in its list, from 0. */
export const position = () => integer().notNull();
/** A row as a file holds it. */
export const data = () => text({ mode: 'json' }).notNull();
/** The council that a row belongs to. */
export const council = () => text().notNull();
/** The council's revision that last wrote the row. */
export const revision = () => integer().notNull();

/** The bound of an id, in whichever column it stands. */
export const idBound = (column = 'id') => sql.raw(`length(${column}) BETWEEN 1 AND 64`);
/** The bound of a place. */
export const positionBound = () => sql`position >= 0`;
/** The bound of what a file holds: JSON that names the row's own id. */
export const dataBound = () => sql`json_valid(data) AND json_extract(data, '$.id') IS id`;
/** The bound of a revision. */
export const revisionBound = () => sql`revision >= 1`;
