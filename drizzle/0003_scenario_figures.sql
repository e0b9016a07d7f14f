-- STRICT is by hand.
CREATE TABLE `scenario_figures` (
	`council` text NOT NULL,
	`scenario` text NOT NULL,
	`revision` integer NOT NULL,
	`engine` text NOT NULL,
	`figures` text NOT NULL,
	PRIMARY KEY(`council`, `scenario`),
	FOREIGN KEY (`council`,`scenario`) REFERENCES `scenario`(`council`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "scenario_figures_revision_bound" CHECK(revision >= 1),
	CONSTRAINT "scenario_figures_engine_bound" CHECK(length(engine) BETWEEN 1 AND 40),
	CONSTRAINT "scenario_figures_figures_bound" CHECK(json_type(figures) = 'object' AND length(figures) <= 100000)
) STRICT;
