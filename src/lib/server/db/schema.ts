import { sql } from 'drizzle-orm';
import { check, foreignKey, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import {
	council,
	data,
	dataBound,
	id,
	idBound,
	position,
	positionBound,
	revision,
	revisionBound
} from './columns';

// drizzle-kit writes the migrations from these tables (npm run db:generate); STRICT has to be added by hand, and a
// test asks the database whether it was.

/** A council: its details as a file holds them, its place in the list, and a revision that every write to it raises. */
export const councilTable = sqliteTable(
	'council',
	{
		id: text().primaryKey(),
		position: position(),
		revision: revision(),
		details: text({ mode: 'json' }).notNull()
	},
	() => [
		check('council_id_bound', idBound()),
		check('council_position_bound', positionBound()),
		check('council_revision_bound', revisionBound()),
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
		revision: revision(),
		data: data()
	},
	(table) => [
		primaryKey({ columns: [table.council, table.kind, table.id] }),
		check('record_kind_bound', idBound('kind')),
		check('record_id_bound', idBound()),
		check('record_position_bound', positionBound()),
		check('record_revision_bound', revisionBound()),
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
		revision: revision(),
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
		check('fact_revision_bound', revisionBound()),
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
		revision: revision(),
		data: data()
	},
	(table) => [
		primaryKey({ columns: [table.council, table.id] }),
		check('pack_id_bound', idBound()),
		check('pack_position_bound', positionBound()),
		check('pack_revision_bound', revisionBound()),
		check('pack_data_bound', dataBound())
	]
);

/** A baseline as it was agreed, whole, as a file holds it. */
export const agreedTable = sqliteTable(
	'agreed',
	{
		council: council().references(() => councilTable.id),
		id: id(),
		position: position(),
		revision: revision(),
		data: data()
	},
	(table) => [
		primaryKey({ columns: [table.council, table.id] }),
		check('agreed_id_bound', idBound()),
		check('agreed_position_bound', positionBound()),
		check('agreed_revision_bound', revisionBound()),
		check('agreed_data_bound', dataBound())
	]
);

/** A scenario; its changes stand in their own table. */
export const scenarioTable = sqliteTable(
	'scenario',
	{
		council: council().references(() => councilTable.id),
		id: id(),
		position: position(),
		revision: revision(),
		title: text().notNull(),
		description: text().notNull(),
		/** The agreed baseline that it stands on; NULL for the baseline as it is now. */
		baseline: text(),
		archived: integer({ mode: 'boolean' }).notNull().default(false)
	},
	(table) => [
		primaryKey({ columns: [table.council, table.id] }),
		check('scenario_baseline_bound', sql`length(baseline) BETWEEN 1 AND 64`),
		check('scenario_archived_bound', sql`archived IN (0, 1)`),
		check('scenario_id_bound', idBound()),
		check('scenario_position_bound', positionBound()),
		check('scenario_revision_bound', revisionBound()),
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
		revision: revision(),
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
		check('change_revision_bound', revisionBound()),
		check('change_data_bound', dataBound())
	]
);

/**
 * The total lines of a scenario as one version of the engine made them at one revision of the council, so that another
 * version can say what it makes otherwise of the very same inputs.
 */
export const scenarioFiguresTable = sqliteTable(
	'scenario_figures',
	{
		council: council(),
		scenario: text().notNull(),
		revision: revision(),
		/** The engine's version. */
		engine: text().notNull(),
		/** By figure the amounts of the years, as decimal text; null where they are blocked. */
		figures: text({ mode: 'json' })
			.$type<Readonly<Record<string, readonly (string | null)[]>>>()
			.notNull()
	},
	(table) => [
		primaryKey({ columns: [table.council, table.scenario] }),
		foreignKey({
			columns: [table.council, table.scenario],
			foreignColumns: [scenarioTable.council, scenarioTable.id]
		}).onDelete('cascade'),
		check('scenario_figures_revision_bound', revisionBound()),
		check('scenario_figures_engine_bound', sql`length(engine) BETWEEN 1 AND 40`),
		check(
			'scenario_figures_figures_bound',
			sql`json_type(figures) = 'object' AND length(figures) <= 100000`
		)
	]
);
