import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Act } from '../../exchange/editing';
import { council, idBound, revision, revisionBound } from './columns';

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
