ALTER TABLE `topics` ADD `returns` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `topics` ADD `returned_at` text;