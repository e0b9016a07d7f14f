-- STRICT is by hand, as are what the new columns hold in rows that are there, and how a council has written its numbers
-- so far, which version 2 of the council file asks for.
CREATE TABLE `agreed` (
	`council` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`revision` integer NOT NULL,
	`data` text NOT NULL,
	PRIMARY KEY(`council`, `id`),
	FOREIGN KEY (`council`) REFERENCES `council`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "agreed_id_bound" CHECK(length(id) BETWEEN 1 AND 64),
	CONSTRAINT "agreed_position_bound" CHECK(position >= 0),
	CONSTRAINT "agreed_revision_bound" CHECK(revision >= 1),
	CONSTRAINT "agreed_data_bound" CHECK(json_valid(data) AND json_extract(data, '$.id') IS id)
) STRICT;
--> statement-breakpoint
CREATE TABLE `__new_scenario` (
	`council` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`revision` integer NOT NULL,
	`title` text NOT NULL,
	`description` text NOT NULL,
	`baseline` text,
	`archived` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`council`, `id`),
	FOREIGN KEY (`council`) REFERENCES `council`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "scenario_baseline_bound" CHECK(length(baseline) BETWEEN 1 AND 64),
	CONSTRAINT "scenario_archived_bound" CHECK(archived IN (0, 1)),
	CONSTRAINT "scenario_id_bound" CHECK(length(id) BETWEEN 1 AND 64),
	CONSTRAINT "scenario_position_bound" CHECK(position >= 0),
	CONSTRAINT "scenario_revision_bound" CHECK(revision >= 1),
	CONSTRAINT "scenario_title_bound" CHECK(length(title) BETWEEN 1 AND 400),
	CONSTRAINT "scenario_description_bound" CHECK(length(description) <= 4000)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_scenario`("council", "id", "position", "revision", "title", "description", "baseline", "archived") SELECT "council", "id", "position", "revision", "title", "description", NULL, 0 FROM `scenario`;--> statement-breakpoint
DROP TABLE `scenario`;--> statement-breakpoint
ALTER TABLE `__new_scenario` RENAME TO `scenario`;--> statement-breakpoint
UPDATE `council` SET `details` = json_set(`details`, '$.style', json('{"years":"slash","numbers":"plain","terms":"cash"}')) WHERE json_extract(`details`, '$.style') IS NULL;
