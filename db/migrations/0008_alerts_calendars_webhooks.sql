CREATE TABLE `calendar_links` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`dossier_id` text,
	`created_at` text NOT NULL,
	`revoked_at` text
);
--> statement-breakpoint
CREATE INDEX `calendar_links_by_person` ON `calendar_links` (`person_id`);--> statement-breakpoint
CREATE TABLE `followed_topics` (
	`person_id` text NOT NULL,
	`topic_key` text NOT NULL,
	`followed_at` text NOT NULL,
	PRIMARY KEY(`person_id`, `topic_key`)
);
--> statement-breakpoint
CREATE TABLE `webhook_deliveries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`event_id` integer NOT NULL,
	`endpoint_id` text NOT NULL,
	`ended` text,
	`tries` integer DEFAULT 0 NOT NULL,
	`next_try_at` text NOT NULL,
	`claimed_by` text,
	`claimed_until` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `webhook_deliveries_once` ON `webhook_deliveries` (`event_id`,`endpoint_id`);--> statement-breakpoint
CREATE INDEX `webhook_deliveries_due` ON `webhook_deliveries` (`ended`,`next_try_at`);--> statement-breakpoint
CREATE INDEX `webhook_deliveries_by_endpoint` ON `webhook_deliveries` (`endpoint_id`,`id`);--> statement-breakpoint
CREATE TABLE `webhook_endpoints` (
	`id` text PRIMARY KEY NOT NULL,
	`partner_id` text NOT NULL,
	`url` text NOT NULL,
	`events` text NOT NULL,
	`secret_turn` integer DEFAULT 1 NOT NULL,
	`event_mark` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`disabled_at` text,
	`disabled_for` text,
	`removed_at` text
);
--> statement-breakpoint
CREATE INDEX `webhook_endpoints_by_partner` ON `webhook_endpoints` (`partner_id`);--> statement-breakpoint
CREATE TABLE `webhook_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`message_id` text NOT NULL,
	`type` text NOT NULL,
	`partners` text,
	`at` text NOT NULL,
	`data` text NOT NULL,
	`spread` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `webhook_events_message_id_unique` ON `webhook_events` (`message_id`);--> statement-breakpoint
CREATE INDEX `webhook_events_to_spread` ON `webhook_events` (`spread`,`id`);--> statement-breakpoint
CREATE TABLE `webhook_tries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`delivery_id` integer NOT NULL,
	`at` text NOT NULL,
	`status` integer,
	`fault` text,
	`took_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `webhook_tries_by_delivery` ON `webhook_tries` (`delivery_id`);--> statement-breakpoint
ALTER TABLE `subscriptions` ADD `alert_mark` integer;