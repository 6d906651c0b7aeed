CREATE TABLE `aliases` (
	`alias` text NOT NULL,
	`topic_key` text NOT NULL,
	PRIMARY KEY(`alias`, `topic_key`)
);
--> statement-breakpoint
CREATE INDEX `aliases_by_topic` ON `aliases` (`topic_key`);--> statement-breakpoint
CREATE TABLE `changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`topic_key` text NOT NULL,
	`at` text NOT NULL,
	`field` text NOT NULL,
	`before` text,
	`after` text,
	`material` integer NOT NULL,
	`source` text NOT NULL,
	`scan_id` integer
);
--> statement-breakpoint
CREATE INDEX `changes_by_topic` ON `changes` (`topic_key`,`id`);--> statement-breakpoint
CREATE INDEX `changes_by_time` ON `changes` (`at`);--> statement-breakpoint
CREATE TABLE `rounds` (
	`topic_key` text NOT NULL,
	`seq` integer NOT NULL,
	`opens_on` text,
	`deadline_model` text,
	`deadlines` text NOT NULL,
	`opens_at` text,
	`closes_at` text,
	`budget_eur` real,
	`budget_shared` integer NOT NULL,
	`expected_grants` integer,
	`min_contribution_eur` real,
	`max_contribution_eur` real,
	PRIMARY KEY(`topic_key`, `seq`)
);
--> statement-breakpoint
CREATE INDEX `rounds_by_closing` ON `rounds` (`closes_at`);--> statement-breakpoint
CREATE TABLE `topic_texts` (
	`topic_key` text PRIMARY KEY NOT NULL,
	`sections` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `topics` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`identifier` text NOT NULL,
	`reference` text,
	`title` text NOT NULL,
	`programme` text,
	`call_identifier` text,
	`call_title` text,
	`parent_identifier` text,
	`url` text,
	`stated_status` text,
	`stated_status_code` text,
	`stated_since` text,
	`types_of_action` text NOT NULL,
	`keywords` text NOT NULL,
	`programme_parts` text NOT NULL,
	`source` text NOT NULL,
	`first_seen_at` text NOT NULL,
	`last_seen_at` text NOT NULL,
	`last_changed_at` text,
	`withdrawn_at` text,
	`missed_scans` integer DEFAULT 0 NOT NULL,
	`raw_hash` text,
	`scored_hash` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `topics_key_unique` ON `topics` (`key`);--> statement-breakpoint
CREATE INDEX `topics_by_identifier` ON `topics` (`identifier`,`reference`);--> statement-breakpoint
CREATE INDEX `topics_by_source` ON `topics` (`source`,`kind`);--> statement-breakpoint
CREATE INDEX `topics_by_programme` ON `topics` (`programme`);--> statement-breakpoint
CREATE TABLE `job_runs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`job` text NOT NULL,
	`started_at` text NOT NULL,
	`finished_at` text,
	`outcome` text,
	`counts` text NOT NULL,
	`message` text
);
--> statement-breakpoint
CREATE INDEX `job_runs_by_job` ON `job_runs` (`job`,`id`);--> statement-breakpoint
CREATE TABLE `leases` (
	`name` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`expires_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `store_facts` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `issues` (
	`source` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`message` text NOT NULL,
	`value` text,
	`first_seen_at` text NOT NULL,
	`last_seen_at` text NOT NULL,
	`scan_id` integer,
	`count` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`source`, `kind`, `subject`)
);
--> statement-breakpoint
CREATE INDEX `issues_by_time` ON `issues` (`last_seen_at`);--> statement-breakpoint
CREATE TABLE `raw_documents` (
	`source` text NOT NULL,
	`document` text NOT NULL,
	`hash` text NOT NULL,
	`topic_key` text,
	`fetched_at` text NOT NULL,
	`scan_id` integer,
	`superseded_at` text,
	`body` blob NOT NULL,
	PRIMARY KEY(`source`, `document`, `hash`)
);
--> statement-breakpoint
CREATE INDEX `raw_documents_by_topic` ON `raw_documents` (`topic_key`);--> statement-breakpoint
CREATE TABLE `scan_levels` (
	`source` text NOT NULL,
	`kind` text NOT NULL,
	`archive` text DEFAULT '' NOT NULL,
	`level` integer,
	`candidate` integer,
	`candidate_days` text NOT NULL,
	`accepted_at` text,
	PRIMARY KEY(`source`, `kind`, `archive`)
);
--> statement-breakpoint
CREATE TABLE `scans` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`source` text NOT NULL,
	`archive` text,
	`started_at` text NOT NULL,
	`finished_at` text,
	`verdict` text,
	`reasons` text NOT NULL,
	`passes` integer DEFAULT 0 NOT NULL,
	`topics` integer DEFAULT 0 NOT NULL,
	`added` integer DEFAULT 0 NOT NULL,
	`changed` integer DEFAULT 0 NOT NULL,
	`withdrawn` integer DEFAULT 0 NOT NULL,
	`certificate` text
);
--> statement-breakpoint
CREATE INDEX `scans_by_source` ON `scans` (`source`,`id`);--> statement-breakpoint
CREATE TABLE `validators` (
	`url` text PRIMARY KEY NOT NULL,
	`etag` text,
	`last_modified` text,
	`seen_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `mutes` (
	`topic_key` text NOT NULL,
	`scope` text NOT NULL,
	`muted_at` text NOT NULL,
	`reason` text,
	`until_change` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`topic_key`, `scope`)
);
--> statement-breakpoint
CREATE TABLE `topic_scores` (
	`topic_key` text PRIMARY KEY NOT NULL,
	`city_relevance` real NOT NULL,
	`primary_pillar` text,
	`pillars` text NOT NULL,
	`evidence` text NOT NULL,
	`partners` text NOT NULL,
	`version` text NOT NULL,
	`input_hash` text NOT NULL,
	`scored_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `topic_scores_by_relevance` ON `topic_scores` (`city_relevance`);