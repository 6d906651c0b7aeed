CREATE TABLE `topic_wins` (
	`archive` text NOT NULL,
	`topic` text NOT NULL,
	`compared_form` text NOT NULL,
	`family` text NOT NULL,
	`year` integer,
	`title` text,
	`projects` integer NOT NULL,
	`participants` integer,
	`municipalities` integer,
	`municipality_names` text NOT NULL,
	`coverage` real NOT NULL,
	`first_start_on` text,
	PRIMARY KEY(`archive`, `topic`)
);
--> statement-breakpoint
CREATE INDEX `topic_wins_by_compared_form` ON `topic_wins` (`compared_form`);--> statement-breakpoint
CREATE INDEX `topic_wins_by_family` ON `topic_wins` (`family`);--> statement-breakpoint
CREATE TABLE `track_archives` (
	`archive` text PRIMARY KEY NOT NULL,
	`origin` text NOT NULL,
	`version` text NOT NULL,
	`hash` text,
	`read_at` text NOT NULL,
	`checked_at` text NOT NULL,
	`partners_hash` text NOT NULL,
	`projects` integer NOT NULL,
	`organizations` integer NOT NULL,
	`topics` integer NOT NULL,
	`participations` integer NOT NULL,
	`scan_id` integer
);
--> statement-breakpoint
CREATE TABLE `track_participations` (
	`archive` text NOT NULL,
	`project` text NOT NULL,
	`pic` text NOT NULL,
	`name` text NOT NULL,
	`role` text,
	`contribution_eur` real,
	PRIMARY KEY(`archive`, `project`, `pic`)
);
--> statement-breakpoint
CREATE INDEX `track_participations_by_pic` ON `track_participations` (`pic`);--> statement-breakpoint
CREATE TABLE `track_projects` (
	`archive` text NOT NULL,
	`id` text NOT NULL,
	`acronym` text NOT NULL,
	`title` text,
	`topics` text NOT NULL,
	`programme` text NOT NULL,
	`start_on` text,
	`end_on` text,
	`coordinator` text,
	`coordinator_country` text,
	`participants` integer,
	`municipalities` text,
	PRIMARY KEY(`archive`, `id`)
);
