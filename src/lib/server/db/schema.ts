import { sql } from 'drizzle-orm';
import {
	check,
	foreignKey,
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
	uniqueIndex
} from 'drizzle-orm/sqlite-core';
import type { Act } from '../../exchange/editing';

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
/** The council's revision that last wrote the row. */
const revision = () => integer().notNull();
const revisionBound = () => sql`revision >= 1`;

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

/** A person who has given a name; a cookie holds the id. */
export const userTable = sqliteTable(
	'user',
	{ id: text().primaryKey(), name: text().notNull(), created: text().notNull() },
	() => [
		check('user_id_bound', sql`length(id) = 36`),
		check('user_name_bound', sql`length(name) BETWEEN 1 AND 80`),
		check('user_created_bound', sql`length(created) = 24`)
	]
);

/**
 * What was done, by whom and when: append-only by triggers, each row holding the hash of the one before it. Nothing in it
 * points at another table, so that it stays whole and readable by itself whatever becomes of the rest.
 */
export const activityTable = sqliteTable(
	'activity',
	{
		/** The place in the chain over the whole database: 1, 2, 3 without a gap. */
		seq: integer().primaryKey(),
		council: council(),
		/** The council's revision that it made, by which people and pages know the edit. */
		revision: revision(),
		/** When, as an ISO instant; for reading only, because clocks go backwards. */
		at: text().notNull(),
		user: text().notNull(),
		/** The person's name as it was then. */
		name: text().notNull(),
		/** The scenario whose history it belongs to; NULL for the baseline, the council and its list of scenarios. */
		scenario: text(),
		/** 'added' is the coming of the council itself. */
		kind: text({ enum: ['added', 'edit', 'undo', 'redo'] }).notNull(),
		/** The revision of the edit that was taken back or done again. */
		of: integer(),
		act: text().$type<Act>().notNull(),
		/** The steps as they were carried out, and those that take them back; text, because the hash is over their bytes. */
		operations: text().notNull(),
		inverse: text().notNull(),
		reason: text(),
		/** The name that the browser gave to its request, and which of the edits made by that request this is. */
		request: text().notNull(),
		part: integer().notNull(),
		prev: text().notNull(),
		hash: text().notNull()
	},
	(table) => [
		uniqueIndex('activity_revision').on(table.council, table.revision),
		uniqueIndex('activity_request').on(table.council, table.request, table.part),
		index('activity_history').on(table.council, table.scenario, table.revision),
		check('activity_seq_bound', sql`seq >= 1`),
		check('activity_council_bound', idBound('council')),
		check('activity_revision_bound', revisionBound()),
		check('activity_at_bound', sql`length(at) = 24`),
		check('activity_user_bound', sql`length(user) BETWEEN 1 AND 36`),
		check('activity_name_bound', sql`length(name) BETWEEN 1 AND 80`),
		check('activity_scenario_bound', sql`scenario IS NULL OR length(scenario) BETWEEN 1 AND 64`),
		check('activity_kind_bound', sql`kind IN ('added', 'edit', 'undo', 'redo')`),
		check(
			'activity_of_bound',
			sql`(of IS NOT NULL) = (kind IN ('undo', 'redo')) AND of < revision`
		),
		check('activity_act_bound', sql`length(act) BETWEEN 1 AND 20`),
		check('activity_operations_bound', sql`json_type(operations) = 'array'`),
		check('activity_inverse_bound', sql`json_type(inverse) = 'array'`),
		check('activity_reason_bound', sql`length(reason) <= 4000`),
		check('activity_request_bound', sql`length(request) = 36`),
		check('activity_part_bound', sql`part >= 0`),
		check('activity_chain_bound', sql`length(prev) = 64 AND length(hash) = 64`)
	]
);
