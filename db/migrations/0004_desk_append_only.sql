-- What history is made of cannot be changed or taken away, by no code and no hand: who decided, sealed minutes, the log.
-- Erasing a person touches `people` alone; these tables hold ids.
CREATE TRIGGER `audit_log_no_update` BEFORE UPDATE ON `audit_log` BEGIN SELECT RAISE(ABORT, 'audit_log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_log_no_delete` BEFORE DELETE ON `audit_log` BEGIN SELECT RAISE(ABORT, 'audit_log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `dossier_events_no_update` BEFORE UPDATE ON `dossier_events` BEGIN SELECT RAISE(ABORT, 'dossier_events is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `dossier_events_no_delete` BEFORE DELETE ON `dossier_events` BEGIN SELECT RAISE(ABORT, 'dossier_events is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `minutes_no_update` BEFORE UPDATE ON `minutes` BEGIN SELECT RAISE(ABORT, 'minutes is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `minutes_no_delete` BEFORE DELETE ON `minutes` BEGIN SELECT RAISE(ABORT, 'minutes is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `pillar_labels_no_update` BEFORE UPDATE ON `pillar_labels` BEGIN SELECT RAISE(ABORT, 'pillar_labels is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `pillar_labels_no_delete` BEFORE DELETE ON `pillar_labels` BEGIN SELECT RAISE(ABORT, 'pillar_labels is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `weight_sets_no_update` BEFORE UPDATE ON `weight_sets` BEGIN SELECT RAISE(ABORT, 'weight_sets is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `weight_sets_no_delete` BEFORE DELETE ON `weight_sets` BEGIN SELECT RAISE(ABORT, 'weight_sets is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `city_answers_no_update` BEFORE UPDATE ON `city_answers` BEGIN SELECT RAISE(ABORT, 'city_answers is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `city_answers_no_delete` BEFORE DELETE ON `city_answers` BEGIN SELECT RAISE(ABORT, 'city_answers is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `votes_no_update` BEFORE UPDATE ON `votes` BEGIN SELECT RAISE(ABORT, 'votes is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `votes_no_delete` BEFORE DELETE ON `votes` BEGIN SELECT RAISE(ABORT, 'votes is append-only'); END;
