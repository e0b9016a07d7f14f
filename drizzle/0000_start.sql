-- STRICT is added by hand, because drizzle-kit cannot write it: without it SQLite accepts any text in a column of
-- whole numbers. A test asks the database whether every table has it.
CREATE TABLE `change` (
	`council` text NOT NULL,
	`scenario` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`data` text NOT NULL,
	PRIMARY KEY(`council`, `scenario`, `id`),
	FOREIGN KEY (`council`,`scenario`) REFERENCES `scenario`(`council`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "change_id_bound" CHECK(length(id) BETWEEN 1 AND 64),
	CONSTRAINT "change_position_bound" CHECK(position >= 0),
	CONSTRAINT "change_data_bound" CHECK(json_valid(data) AND json_extract(data, '$.id') IS id)
) STRICT;
--> statement-breakpoint
CREATE TABLE `council` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`revision` integer NOT NULL,
	`details` text NOT NULL,
	CONSTRAINT "council_id_bound" CHECK(length(id) BETWEEN 1 AND 64),
	CONSTRAINT "council_position_bound" CHECK(position >= 0),
	CONSTRAINT "council_revision_bound" CHECK(revision >= 1),
	CONSTRAINT "council_details_bound" CHECK(json_valid(details) AND json_extract(details, '$.id') IS id)
) STRICT;
--> statement-breakpoint
CREATE TABLE `fact` (
	`council` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
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
	CONSTRAINT "fact_value_bound" CHECK(length(value) <= 400),
	CONSTRAINT "fact_quote_bound" CHECK(length(quote) BETWEEN 1 AND 400),
	CONSTRAINT "fact_rivals_bound" CHECK(rivals IS NULL OR json_type(rivals) = 'array')
) STRICT;
--> statement-breakpoint
CREATE TABLE `pack` (
	`council` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`data` text NOT NULL,
	PRIMARY KEY(`council`, `id`),
	FOREIGN KEY (`council`) REFERENCES `council`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "pack_id_bound" CHECK(length(id) BETWEEN 1 AND 64),
	CONSTRAINT "pack_position_bound" CHECK(position >= 0),
	CONSTRAINT "pack_data_bound" CHECK(json_valid(data) AND json_extract(data, '$.id') IS id)
) STRICT;
--> statement-breakpoint
CREATE TABLE `record` (
	`council` text NOT NULL,
	`kind` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`data` text NOT NULL,
	PRIMARY KEY(`council`, `kind`, `id`),
	FOREIGN KEY (`council`) REFERENCES `council`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "record_kind_bound" CHECK(length(kind) BETWEEN 1 AND 64),
	CONSTRAINT "record_id_bound" CHECK(length(id) BETWEEN 1 AND 64),
	CONSTRAINT "record_position_bound" CHECK(position >= 0),
	CONSTRAINT "record_data_bound" CHECK(json_valid(data) AND json_extract(data, '$.id') IS id)
) STRICT;
--> statement-breakpoint
CREATE TABLE `scenario` (
	`council` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`description` text NOT NULL,
	PRIMARY KEY(`council`, `id`),
	FOREIGN KEY (`council`) REFERENCES `council`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "scenario_id_bound" CHECK(length(id) BETWEEN 1 AND 64),
	CONSTRAINT "scenario_position_bound" CHECK(position >= 0),
	CONSTRAINT "scenario_title_bound" CHECK(length(title) BETWEEN 1 AND 400),
	CONSTRAINT "scenario_description_bound" CHECK(length(description) <= 4000)
) STRICT;
