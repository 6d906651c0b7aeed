CREATE TABLE `access_attempts` (
	`who` text NOT NULL,
	`window_start` text NOT NULL,
	`count` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `access_attempts_once` ON `access_attempts` (`who`,`window_start`);