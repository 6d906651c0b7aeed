CREATE TABLE `api_keys` (
	`prefix` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`partner_id` text NOT NULL,
	`label` text NOT NULL,
	`scopes` text NOT NULL,
	`created_at` text NOT NULL,
	`last_used_at` text,
	`revoked_at` text
);
--> statement-breakpoint
CREATE INDEX `api_keys_by_partner` ON `api_keys` (`partner_id`);