CREATE TABLE `arrivals` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`topic_key` text NOT NULL,
	`listed_at` text NOT NULL,
	`baseline` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `arrivals_topic_key_unique` ON `arrivals` (`topic_key`);--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`period` text NOT NULL,
	`reason` text NOT NULL,
	`state` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`html` text NOT NULL,
	`created_at` text NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`next_try_at` text NOT NULL,
	`message_id` text NOT NULL,
	`claimed_by` text,
	`claimed_until` text,
	`sent_at` text,
	`fault` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_message_id_unique` ON `deliveries` (`message_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_once` ON `deliveries` (`person_id`,`kind`,`period`,`reason`);--> statement-breakpoint
CREATE INDEX `deliveries_due` ON `deliveries` (`state`,`next_try_at`);--> statement-breakpoint
CREATE TABLE `mail_mutes` (
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`until_change` integer DEFAULT false NOT NULL,
	`change_mark` integer NOT NULL,
	`muted_at` text NOT NULL,
	PRIMARY KEY(`person_id`, `kind`, `value`)
);
--> statement-breakpoint
CREATE TABLE `saved_searches` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` text NOT NULL,
	`query` text NOT NULL,
	`pillar` text,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_searches_once` ON `saved_searches` (`person_id`,`query`);--> statement-breakpoint
CREATE TABLE `subscriptions` (
	`person_id` text PRIMARY KEY NOT NULL,
	`frequency` text NOT NULL,
	`language` text,
	`pillars` text NOT NULL,
	`partners` text NOT NULL,
	`since` text NOT NULL,
	`period` text DEFAULT '' NOT NULL,
	`prepared_at` text NOT NULL,
	`arrival_mark` integer NOT NULL,
	`change_mark` integer NOT NULL,
	`bounced_at` text
);
