-- STRICT, the triggers and the SELECTs that give each row that is there its council's revision are by hand. Foreign keys
-- are off while this runs (see db/migrate.ts); otherwise a table that is dropped would take with it what hangs from it.
CREATE TABLE `activity` (
	`seq` integer PRIMARY KEY NOT NULL,
	`council` text NOT NULL,
	`revision` integer NOT NULL,
	`at` text NOT NULL,
	`user` text NOT NULL,
	`name` text NOT NULL,
	`scenario` text,
	`kind` text NOT NULL,
	`of` integer,
	`act` text NOT NULL,
	`operations` text NOT NULL,
	`inverse` text NOT NULL,
	`reason` text,
	`request` text NOT NULL,
	`part` integer NOT NULL,
	`prev` text NOT NULL,
	`hash` text NOT NULL,
	CONSTRAINT "activity_seq_bound" CHECK(seq >= 1),
	CONSTRAINT "activity_council_bound" CHECK(length(council) BETWEEN 1 AND 64),
	CONSTRAINT "activity_revision_bound" CHECK(revision >= 1),
	CONSTRAINT "activity_at_bound" CHECK(length(at) = 24),
	CONSTRAINT "activity_user_bound" CHECK(length(user) BETWEEN 1 AND 36),
	CONSTRAINT "activity_name_bound" CHECK(length(name) BETWEEN 1 AND 80),
	CONSTRAINT "activity_scenario_bound" CHECK(scenario IS NULL OR length(scenario) BETWEEN 1 AND 64),
	CONSTRAINT "activity_kind_bound" CHECK(kind IN ('added', 'edit', 'undo', 'redo')),
	CONSTRAINT "activity_of_bound" CHECK((of IS NOT NULL) = (kind IN ('undo', 'redo')) AND of < revision),
	CONSTRAINT "activity_act_bound" CHECK(length(act) BETWEEN 1 AND 20),
	CONSTRAINT "activity_operations_bound" CHECK(json_type(operations) = 'array'),
	CONSTRAINT "activity_inverse_bound" CHECK(json_type(inverse) = 'array'),
	CONSTRAINT "activity_reason_bound" CHECK(length(reason) <= 4000),
	CONSTRAINT "activity_request_bound" CHECK(length(request) = 36),
	CONSTRAINT "activity_part_bound" CHECK(part >= 0),
	CONSTRAINT "activity_chain_bound" CHECK(length(prev) = 64 AND length(hash) = 64)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `activity_revision` ON `activity` (`council`,`revision`);--> statement-breakpoint
CREATE UNIQUE INDEX `activity_request` ON `activity` (`council`,`request`,`part`);--> statement-breakpoint
CREATE INDEX `activity_history` ON `activity` (`council`,`scenario`,`revision`);--> statement-breakpoint
-- Nothing that was done may be changed afterwards or struck out.
CREATE TRIGGER `activity_is_not_changed` BEFORE UPDATE ON `activity` BEGIN
	SELECT RAISE(ABORT, 'What was done is written down for good: it is not changed.');
END;--> statement-breakpoint
CREATE TRIGGER `activity_is_not_deleted` BEFORE DELETE ON `activity` BEGIN
	SELECT RAISE(ABORT, 'What was done is written down for good: it is not deleted.');
END;--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created` text NOT NULL,
	CONSTRAINT "user_id_bound" CHECK(length(id) = 36),
	CONSTRAINT "user_name_bound" CHECK(length(name) BETWEEN 1 AND 80),
	CONSTRAINT "user_created_bound" CHECK(length(created) = 24)
) STRICT;
--> statement-breakpoint
CREATE TABLE `__new_change` (
	`council` text NOT NULL,
	`scenario` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`revision` integer NOT NULL,
	`data` text NOT NULL,
	PRIMARY KEY(`council`, `scenario`, `id`),
	FOREIGN KEY (`council`,`scenario`) REFERENCES `scenario`(`council`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "change_id_bound" CHECK(length(id) BETWEEN 1 AND 64),
	CONSTRAINT "change_position_bound" CHECK(position >= 0),
	CONSTRAINT "change_revision_bound" CHECK(revision >= 1),
	CONSTRAINT "change_data_bound" CHECK(json_valid(data) AND json_extract(data, '$.id') IS id)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_change`("council", "scenario", "id", "position", "revision", "data") SELECT "council", "scenario", "id", "position", (SELECT "revision" FROM `council` WHERE `council`.`id` = `change`.`council`), "data" FROM `change`;--> statement-breakpoint
DROP TABLE `change`;--> statement-breakpoint
ALTER TABLE `__new_change` RENAME TO `change`;--> statement-breakpoint
CREATE TABLE `__new_fact` (
	`council` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`revision` integer NOT NULL,
	`subject` text NOT NULL,
	`measure` text NOT NULL,
	`value` text NOT NULL,
	`unit` text NOT NULL,
	`date` text NOT NULL,
	`document` text NOT NULL,
	`paragraph` text NOT NULL,
	`quote` text NOT NULL,
	`rivals` text,
	`weekday` text,
	`note` text,
	PRIMARY KEY(`council`, `id`),
	FOREIGN KEY (`council`) REFERENCES `council`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "fact_id_bound" CHECK(length(id) BETWEEN 1 AND 64),
	CONSTRAINT "fact_position_bound" CHECK(position >= 0),
	CONSTRAINT "fact_revision_bound" CHECK(revision >= 1),
	CONSTRAINT "fact_value_bound" CHECK(length(value) <= 400),
	CONSTRAINT "fact_quote_bound" CHECK(length(quote) BETWEEN 1 AND 400),
	CONSTRAINT "fact_rivals_bound" CHECK(rivals IS NULL OR json_type(rivals) = 'array')
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_fact`("council", "id", "position", "revision", "subject", "measure", "value", "unit", "date", "document", "paragraph", "quote", "rivals", "weekday", "note") SELECT "council", "id", "position", (SELECT "revision" FROM `council` WHERE `council`.`id` = `fact`.`council`), "subject", "measure", "value", "unit", "date", "document", "paragraph", "quote", "rivals", "weekday", "note" FROM `fact`;--> statement-breakpoint
DROP TABLE `fact`;--> statement-breakpoint
ALTER TABLE `__new_fact` RENAME TO `fact`;--> statement-breakpoint
CREATE TABLE `__new_pack` (
	`council` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`revision` integer NOT NULL,
	`data` text NOT NULL,
	PRIMARY KEY(`council`, `id`),
	FOREIGN KEY (`council`) REFERENCES `council`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "pack_id_bound" CHECK(length(id) BETWEEN 1 AND 64),
	CONSTRAINT "pack_position_bound" CHECK(position >= 0),
	CONSTRAINT "pack_revision_bound" CHECK(revision >= 1),
	CONSTRAINT "pack_data_bound" CHECK(json_valid(data) AND json_extract(data, '$.id') IS id)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_pack`("council", "id", "position", "revision", "data") SELECT "council", "id", "position", (SELECT "revision" FROM `council` WHERE `council`.`id` = `pack`.`council`), "data" FROM `pack`;--> statement-breakpoint
DROP TABLE `pack`;--> statement-breakpoint
ALTER TABLE `__new_pack` RENAME TO `pack`;--> statement-breakpoint
CREATE TABLE `__new_record` (
	`council` text NOT NULL,
	`kind` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`revision` integer NOT NULL,
	`data` text NOT NULL,
	PRIMARY KEY(`council`, `kind`, `id`),
	FOREIGN KEY (`council`) REFERENCES `council`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "record_kind_bound" CHECK(length(kind) BETWEEN 1 AND 64),
	CONSTRAINT "record_id_bound" CHECK(length(id) BETWEEN 1 AND 64),
	CONSTRAINT "record_position_bound" CHECK(position >= 0),
	CONSTRAINT "record_revision_bound" CHECK(revision >= 1),
	CONSTRAINT "record_data_bound" CHECK(json_valid(data) AND json_extract(data, '$.id') IS id)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_record`("council", "kind", "id", "position", "revision", "data") SELECT "council", "kind", "id", "position", (SELECT "revision" FROM `council` WHERE `council`.`id` = `record`.`council`), "data" FROM `record`;--> statement-breakpoint
DROP TABLE `record`;--> statement-breakpoint
ALTER TABLE `__new_record` RENAME TO `record`;--> statement-breakpoint
CREATE TABLE `__new_scenario` (
	`council` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`revision` integer NOT NULL,
	`title` text NOT NULL,
	`description` text NOT NULL,
	PRIMARY KEY(`council`, `id`),
	FOREIGN KEY (`council`) REFERENCES `council`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "scenario_id_bound" CHECK(length(id) BETWEEN 1 AND 64),
	CONSTRAINT "scenario_position_bound" CHECK(position >= 0),
	CONSTRAINT "scenario_revision_bound" CHECK(revision >= 1),
	CONSTRAINT "scenario_title_bound" CHECK(length(title) BETWEEN 1 AND 400),
	CONSTRAINT "scenario_description_bound" CHECK(length(description) <= 4000)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_scenario`("council", "id", "position", "revision", "title", "description") SELECT "council", "id", "position", (SELECT "revision" FROM `council` WHERE `council`.`id` = `scenario`.`council`), "title", "description" FROM `scenario`;--> statement-breakpoint
DROP TABLE `scenario`;--> statement-breakpoint
ALTER TABLE `__new_scenario` RENAME TO `scenario`;
