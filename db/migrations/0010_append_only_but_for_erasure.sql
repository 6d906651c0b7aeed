-- What is only added to cannot be written over by INSERT OR REPLACE either, which asks no trigger of DELETE. The message is
-- the one of a key that is taken, as it was when the key alone refused. Of a step's reason and of what another city said,
-- the name of an erased person may be taken out in that way, and nothing else.
CREATE TRIGGER `audit_log_no_replace` BEFORE INSERT ON `audit_log` WHEN EXISTS (SELECT 1 FROM `audit_log` WHERE `id` = new.`id`)
BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: audit_log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `minutes_no_replace` BEFORE INSERT ON `minutes` WHEN EXISTS (SELECT 1 FROM `minutes` WHERE `number` = new.`number`)
BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: minutes is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `pillar_labels_no_replace` BEFORE INSERT ON `pillar_labels` WHEN EXISTS (SELECT 1 FROM `pillar_labels` WHERE `id` = new.`id`)
BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: pillar_labels is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `weight_sets_no_replace` BEFORE INSERT ON `weight_sets` WHEN EXISTS (SELECT 1 FROM `weight_sets` WHERE `id` = new.`id`)
BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: weight_sets is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `votes_no_replace` BEFORE INSERT ON `votes`
WHEN EXISTS (SELECT 1 FROM `votes` WHERE `sitting_id` = new.`sitting_id` AND `agenda_item_id` = new.`agenda_item_id` AND `member` = new.`member`)
BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: votes is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `dossier_events_no_replace` BEFORE INSERT ON `dossier_events`
WHEN EXISTS (
  SELECT 1 FROM `dossier_events` AS o
  WHERE (o.`id` = new.`id` OR (o.`dossier_id` = new.`dossier_id` AND o.`version` = new.`version`)) AND NOT (
    o.`id` = new.`id` AND o.`dossier_id` = new.`dossier_id` AND o.`version` = new.`version` AND o.`step` = new.`step`
    AND o.`from_state` = new.`from_state` AND o.`to_state` = new.`to_state` AND o.`route` IS new.`route`
    AND o.`by` = new.`by` AND o.`at` = new.`at` AND coalesce(instr(new.`reason`, '[persona cancellata]'), 0) > 0
  )
)
BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: dossier_events is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `city_answers_no_replace` BEFORE INSERT ON `city_answers`
WHEN EXISTS (
  SELECT 1 FROM `city_answers` AS o
  WHERE o.`id` = new.`id` AND NOT (
    o.`offer_id` = new.`offer_id` AND o.`city` = new.`city` AND o.`at` = new.`at` AND o.`answer` = new.`answer`
    AND o.`role` = new.`role`
    AND (o.`author` = new.`author` OR instr(new.`author`, '[persona cancellata]') > 0)
    AND (o.`note` IS new.`note` OR coalesce(instr(new.`note`, '[persona cancellata]'), 0) > 0)
  )
)
BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: city_answers is append-only'); END;
