CREATE TABLE `topic_evidence` (
	`topic_key` text PRIMARY KEY NOT NULL,
	`evidence` text NOT NULL
);
