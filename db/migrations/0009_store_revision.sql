CREATE TABLE `store_revision` (
	`word` text NOT NULL
);
--> statement-breakpoint
INSERT INTO `store_revision` (`word`) VALUES ('');
