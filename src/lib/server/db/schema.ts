import { sql } from 'drizzle-orm';
import { check, foreignKey, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

// drizzle-kit writes the migrations from these tables (npm run db:generate); STRICT has to be added by hand, and a
// test asks the database whether it was. Bounds name plain columns, because a table's own name inside a CHECK goes
// wrong when a later migration rebuilds the table.

const id = () => text().notNull();
const position = () => integer().notNull();
const data = () => text({ mode: 'json' }).notNull();
const idBound = (column = 'id') => sql.raw(`length(${column}) BETWEEN 1 AND 64`);
const positionBound = () => sql`position >= 0`;
const dataBound = () => sql`json_valid(data) AND json_extract(data, '$.id') IS id`;
const council = () => text().notNull();

/** A council: its details as a file holds them, its place in the list, and a revision that every write to it raises. */
export const councilTable = sqliteTable(
	'council',
	{
		id: text().primaryKey(),
		position: position(),
		revision: integer().notNull(),
		details: text({ mode: 'json' }).notNull()
	},
	() => [
		check('council_id_bound', idBound()),
		check('council_position_bound', positionBound()),
		check('council_revision_bound', sql`revision >= 1`),
		check('council_details_bound', sql`json_valid(details) AND json_extract(details, '$.id') IS id`)
	]
);

/** A record of the baseline, as a file holds it. */
export const recordTable = sqliteTable(
	'record',
	{
		council: council().references(() => councilTable.id),
		kind: text().notNull(),
		id: id(),
		position: position(),
		data: data()
	},
	(table) => [
		primaryKey({ columns: [table.council, table.kind, table.id] }),
		check('record_kind_bound', idBound('kind')),
		check('record_id_bound', idBound()),
		check('record_position_bound', positionBound()),
		check('record_data_bound', dataBound())
	]
);

/** A figure as some document states it: a column a field, because facts are looked through as well as read whole. */
export const factTable = sqliteTable(
	'fact',
	{
		council: council().references(() => councilTable.id),
		id: id(),
		position: position(),
		subject: text().notNull(),
		measure: text().notNull(),
		value: text().notNull(),
		unit: text().notNull(),
		date: text().notNull(),
		document: text().notNull(),
		paragraph: text().notNull(),
		quote: text().notNull(),
		rivals: text({ mode: 'json' }).$type<string[]>(),
		weekday: text(),
		note: text()
	},
	(table) => [
		primaryKey({ columns: [table.council, table.id] }),
		check('fact_id_bound', idBound()),
		check('fact_position_bound', positionBound()),
		check('fact_value_bound', sql`length(value) <= 400`),
		check('fact_quote_bound', sql`length(quote) BETWEEN 1 AND 400`),
		check('fact_rivals_bound', sql`rivals IS NULL OR json_type(rivals) = 'array'`)
	]
);

/** A pack of assumptions, as a file holds it. */
export const packTable = sqliteTable(
	'pack',
	{
		council: council().references(() => councilTable.id),
		id: id(),
		position: position(),
		data: data()
	},
	(table) => [
		primaryKey({ columns: [table.council, table.id] }),
		check('pack_id_bound', idBound()),
		check('pack_position_bound', positionBound()),
		check('pack_data_bound', dataBound())
	]
);

/** A scenario; its changes stand in their own table. */
export const scenarioTable = sqliteTable(
	'scenario',
	{
		council: council().references(() => councilTable.id),
		id: id(),
		position: position(),
		title: text().notNull(),
		description: text().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.council, table.id] }),
		check('scenario_id_bound', idBound()),
		check('scenario_position_bound', positionBound()),
		check('scenario_title_bound', sql`length(title) BETWEEN 1 AND 400`),
		check('scenario_description_bound', sql`length(description) <= 4000`)
	]
);

/** A change of a scenario with its edits, as a file holds it. */
export const changeTable = sqliteTable(
	'change',
	{
		council: council(),
		scenario: text().notNull(),
		id: id(),
		position: position(),
		data: data()
	},
	(table) => [
		primaryKey({ columns: [table.council, table.scenario, table.id] }),
		foreignKey({
			columns: [table.council, table.scenario],
			foreignColumns: [scenarioTable.council, scenarioTable.id]
		}),
		check('change_id_bound', idBound()),
		check('change_position_bound', positionBound()),
		check('change_data_bound', dataBound())
	]
);
