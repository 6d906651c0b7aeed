-- Nearly every topic has one window with one deadline. What `opens_at` and `closes_at` of that round say is repeated beside
-- the topic, so that a status or a next deadline is a comparison within the row; `sole_window` = 0 sends to the rounds. The
-- triggers keep it true whoever writes. No columns of db/schema: they are derived, and no house carries them along.
ALTER TABLE `topics` ADD `sole_window` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE `topics` ADD `sole_opens_at` text;
--> statement-breakpoint
ALTER TABLE `topics` ADD `sole_closes_at` text;
--> statement-breakpoint
UPDATE `topics` SET (`sole_window`, `sole_opens_at`, `sole_closes_at`) = (
  SELECT count(*) = 1 AND max(coalesce(`deadline_model`, '') = 'two-stage' OR length(`deadlines`) < 61), max(`opens_at`), max(`closes_at`)
  FROM `rounds` WHERE `topic_key` = `topics`.`key`);
--> statement-breakpoint
CREATE TRIGGER `rounds_tell_window_insert` AFTER INSERT ON `rounds` BEGIN
  UPDATE `topics` SET (`sole_window`, `sole_opens_at`, `sole_closes_at`) = (
    SELECT count(*) = 1 AND max(coalesce(`deadline_model`, '') = 'two-stage' OR length(`deadlines`) < 61), max(`opens_at`), max(`closes_at`)
    FROM `rounds` WHERE `topic_key` = new.`topic_key`)
  WHERE `key` = new.`topic_key`; END;
--> statement-breakpoint
CREATE TRIGGER `rounds_tell_window_update` AFTER UPDATE ON `rounds` BEGIN
  UPDATE `topics` SET (`sole_window`, `sole_opens_at`, `sole_closes_at`) = (
    SELECT count(*) = 1 AND max(coalesce(`deadline_model`, '') = 'two-stage' OR length(`deadlines`) < 61), max(`opens_at`), max(`closes_at`)
    FROM `rounds` WHERE `topic_key` = `topics`.`key`)
  WHERE `key` IN (old.`topic_key`, new.`topic_key`); END;
--> statement-breakpoint
CREATE TRIGGER `rounds_tell_window_delete` AFTER DELETE ON `rounds` BEGIN
  UPDATE `topics` SET `sole_window` = 0 WHERE `key` = old.`topic_key`; END;
--> statement-breakpoint
CREATE TRIGGER `topics_hear_window` AFTER INSERT ON `topics`
WHEN EXISTS (SELECT 1 FROM `rounds` WHERE `topic_key` = new.`key`) BEGIN
  UPDATE `topics` SET (`sole_window`, `sole_opens_at`, `sole_closes_at`) = (
    SELECT count(*) = 1 AND max(coalesce(`deadline_model`, '') = 'two-stage' OR length(`deadlines`) < 61), max(`opens_at`), max(`closes_at`)
    FROM `rounds` WHERE `topic_key` = new.`key`)
  WHERE `key` = new.`key`; END;
