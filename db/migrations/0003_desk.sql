CREATE TABLE `adhesions` (
	`dossier_id` text NOT NULL,
	`body_id` text NOT NULL,
	`role` text NOT NULL,
	`state` text NOT NULL,
	`act` text,
	`pic` text,
	`lear` text,
	`by` text,
	`at` text,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`dossier_id`, `body_id`)
);
--> statement-breakpoint
CREATE INDEX `adhesions_by_body` ON `adhesions` (`body_id`,`state`);--> statement-breakpoint
CREATE TABLE `minutes` (
	`number` integer PRIMARY KEY NOT NULL,
	`dossier_id` text NOT NULL,
	`opinion_id` text NOT NULL,
	`json` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	`sealed_by` text NOT NULL,
	`sealed_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `minutes_opinion_id_unique` ON `minutes` (`opinion_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `minutes_previous_hash_unique` ON `minutes` (`previous_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `minutes_hash_unique` ON `minutes` (`hash`);--> statement-breakpoint
CREATE INDEX `minutes_by_dossier` ON `minutes` (`dossier_id`);--> statement-breakpoint
CREATE TABLE `minutes_papers` (
	`minutes_number` integer PRIMARY KEY NOT NULL,
	`pdf` blob,
	`pdf_hash` text,
	`pdf_made_at` text,
	`protocol_number` text,
	`protocolled_on` text,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `opinions` (
	`id` text PRIMARY KEY NOT NULL,
	`dossier_id` text NOT NULL,
	`kind` text NOT NULL,
	`reasons` text NOT NULL,
	`conditions` text NOT NULL,
	`code` text,
	`role` text,
	`own_funds_ceiling_eur` real,
	`proposed` text,
	`difference_reason` text,
	`without_quorum_reason` text,
	`watch_until` text,
	`sitting` text,
	`recorded_by` text NOT NULL,
	`recorded_at` text NOT NULL,
	`confirmed_by` text,
	`confirmed_at` text,
	`superseded_at` text,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `opinions_standing` ON `opinions` (`dossier_id`) WHERE superseded_at is null;--> statement-breakpoint
CREATE TABLE `ratifications` (
	`urgent_sitting_id` text PRIMARY KEY NOT NULL,
	`acted_at` text NOT NULL,
	`state` text NOT NULL,
	`sitting_id` text,
	`at` text,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `short_route_voices` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`dossier_id` text NOT NULL,
	`seat` text NOT NULL,
	`by` text NOT NULL,
	`voice` text NOT NULL,
	`note` text,
	`at` text NOT NULL,
	`superseded_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `short_route_voices_standing` ON `short_route_voices` (`dossier_id`,`seat`) WHERE superseded_at is null;--> statement-breakpoint
CREATE TABLE `sittings` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`convened_at` text NOT NULL,
	`convened_by` text NOT NULL,
	`at` text NOT NULL,
	`place` text,
	`agenda` text NOT NULL,
	`members` text NOT NULL,
	`present` text NOT NULL,
	`proxies` text NOT NULL,
	`closed_at` text,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sittings_by_time` ON `sittings` (`at`);--> statement-breakpoint
CREATE TABLE `votes` (
	`sitting_id` text NOT NULL,
	`agenda_item_id` text NOT NULL,
	`member` text NOT NULL,
	`voice` text NOT NULL,
	`cast_by` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`sitting_id`, `agenda_item_id`, `member`)
);
--> statement-breakpoint
CREATE TABLE `city_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`dossier_id` text,
	`asker` text NOT NULL,
	`asker_body_id` text,
	`lead_body_id` text,
	`topic_text` text NOT NULL,
	`topic_key` text,
	`role` text NOT NULL,
	`share_eur` real,
	`received_on` text NOT NULL,
	`reply_by` text,
	`register_number` text,
	`reply_template` text,
	`answer` text,
	`recorded_by` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `city_requests_by_topic` ON `city_requests` (`topic_key`);--> statement-breakpoint
CREATE INDEX `city_requests_by_reply` ON `city_requests` (`reply_by`);--> statement-breakpoint
CREATE TABLE `dossier_alerts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`dossier_id` text NOT NULL,
	`kind` text NOT NULL,
	`impact` text,
	`last_change_id` integer,
	`raised_at` text NOT NULL,
	`handled_by` text,
	`handled_at` text,
	`handling` text
);
--> statement-breakpoint
CREATE INDEX `dossier_alerts_open` ON `dossier_alerts` (`dossier_id`,`handled_at`);--> statement-breakpoint
CREATE TABLE `dossier_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`dossier_id` text NOT NULL,
	`version` integer NOT NULL,
	`step` text NOT NULL,
	`from_state` text NOT NULL,
	`to_state` text NOT NULL,
	`route` text,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`reason` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dossier_events_in_order` ON `dossier_events` (`dossier_id`,`version`);--> statement-breakpoint
CREATE INDEX `dossier_events_by_time` ON `dossier_events` (`at`);--> statement-breakpoint
CREATE TABLE `dossier_groups` (
	`dossier_id` text NOT NULL,
	`pillar` text NOT NULL,
	`primary` integer NOT NULL,
	PRIMARY KEY(`dossier_id`, `pillar`)
);
--> statement-breakpoint
CREATE INDEX `dossier_groups_by_pillar` ON `dossier_groups` (`pillar`);--> statement-breakpoint
CREATE TABLE `dossier_places` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`dossier_id` text NOT NULL,
	`body_id` text,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`source` text NOT NULL,
	`source_id` text,
	`stated_by` text NOT NULL,
	`stated_at` text NOT NULL,
	`left_at` text
);
--> statement-breakpoint
CREATE INDEX `dossier_places_by_dossier` ON `dossier_places` (`dossier_id`);--> statement-breakpoint
CREATE TABLE `dossiers` (
	`id` text PRIMARY KEY NOT NULL,
	`round_key` text,
	`topic_key` text,
	`round_seq` integer,
	`family` text,
	`origin` text NOT NULL,
	`title` text NOT NULL,
	`programme` text,
	`deadline_at` text,
	`state` text NOT NULL,
	`route` text,
	`suspended_from` text,
	`role` text,
	`share_eur` real,
	`owner_id` text,
	`directorate` text,
	`sites` text DEFAULT '[]' NOT NULL,
	`interest_closes_on` text,
	`interest_closed_at` text,
	`weight_set_id` text NOT NULL,
	`submission_reference` text,
	`opened_on` text NOT NULL,
	`opened_by` text,
	`updated_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dossiers_round_key_unique` ON `dossiers` (`round_key`);--> statement-breakpoint
CREATE INDEX `dossiers_by_state` ON `dossiers` (`state`);--> statement-breakpoint
CREATE INDEX `dossiers_by_topic` ON `dossiers` (`topic_key`);--> statement-breakpoint
CREATE INDEX `dossiers_by_owner` ON `dossiers` (`owner_id`);--> statement-breakpoint
CREATE INDEX `dossiers_by_family` ON `dossiers` (`family`);--> statement-breakpoint
CREATE TABLE `pillar_labels` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`topic_key` text NOT NULL,
	`machine` text,
	`corrected` text NOT NULL,
	`proposed` integer NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `pillar_labels_by_topic` ON `pillar_labels` (`topic_key`);--> statement-breakpoint
CREATE TABLE `triage_decisions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`topic_key` text NOT NULL,
	`round_seq` integer NOT NULL,
	`kind` text NOT NULL,
	`reason_code` text,
	`note` text,
	`family` text,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`superseded_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `triage_decisions_standing` ON `triage_decisions` (`topic_key`,`round_seq`) WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX `triage_decisions_by_time` ON `triage_decisions` (`at`);--> statement-breakpoint
CREATE TABLE `city_answers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`offer_id` text NOT NULL,
	`city` text NOT NULL,
	`author` text NOT NULL,
	`at` text NOT NULL,
	`answer` text NOT NULL,
	`role` text NOT NULL,
	`note` text
);
--> statement-breakpoint
CREATE INDEX `city_answers_by_offer` ON `city_answers` (`offer_id`,`city`);--> statement-breakpoint
CREATE TABLE `city_offers` (
	`id` text PRIMARY KEY NOT NULL,
	`dossier_id` text NOT NULL,
	`topic_key` text NOT NULL,
	`role_sought` text NOT NULL,
	`contact` text NOT NULL,
	`cities` text NOT NULL,
	`offered_by` text NOT NULL,
	`offered_at` text NOT NULL,
	`withdrawn_at` text
);
--> statement-breakpoint
CREATE INDEX `city_offers_by_dossier` ON `city_offers` (`dossier_id`);--> statement-breakpoint
CREATE TABLE `interests` (
	`id` text PRIMARY KEY NOT NULL,
	`dossier_id` text NOT NULL,
	`body_id` text NOT NULL,
	`role` text NOT NULL,
	`lead` integer NOT NULL,
	`competences` text NOT NULL,
	`effort_months` real,
	`own_funds_eur` real,
	`contact` text NOT NULL,
	`confidentiality` text NOT NULL,
	`through` text NOT NULL,
	`by` text NOT NULL,
	`expressed_at` text NOT NULL,
	`withdrawn_at` text,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `interests_once` ON `interests` (`dossier_id`,`body_id`);--> statement-breakpoint
CREATE INDEX `interests_by_body` ON `interests` (`body_id`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`body_id` text NOT NULL,
	`kind` text NOT NULL,
	`admitted_on` text NOT NULL,
	`sitting_id` text,
	`left_on` text,
	`contact` text,
	`pic` text,
	`lear` text,
	`gender_equality_plan` integer,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `memberships_by_body` ON `memberships` (`body_id`,`admitted_on`);--> statement-breakpoint
CREATE TABLE `public_notices` (
	`id` text PRIMARY KEY NOT NULL,
	`dossier_id` text NOT NULL,
	`roles` text NOT NULL,
	`text` text NOT NULL,
	`published_on` text NOT NULL,
	`closes_on` text NOT NULL,
	`by` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `public_notices_by_dossier` ON `public_notices` (`dossier_id`);--> statement-breakpoint
CREATE TABLE `audit_log` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`person_id` text,
	`action` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`detail` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_log_by_subject` ON `audit_log` (`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE INDEX `audit_log_by_person` ON `audit_log` (`person_id`,`id`);--> statement-breakpoint
CREATE TABLE `notices` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` text NOT NULL,
	`dossier_id` text,
	`kind` text NOT NULL,
	`detail` text NOT NULL,
	`dedupe_key` text NOT NULL,
	`created_at` text NOT NULL,
	`read_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_once` ON `notices` (`person_id`,`dedupe_key`);--> statement-breakpoint
CREATE INDEX `notices_unread` ON `notices` (`person_id`,`read_at`);--> statement-breakpoint
CREATE TABLE `passkey_challenges` (
	`challenge` text PRIMARY KEY NOT NULL,
	`person_id` text,
	`expires_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `passkeys` (
	`credential_id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`public_key` blob NOT NULL,
	`counter` integer NOT NULL,
	`transports` text NOT NULL,
	`name` text NOT NULL,
	`created_at` text NOT NULL,
	`last_used_at` text,
	`revoked_at` text
);
--> statement-breakpoint
CREATE INDEX `passkeys_by_person` ON `passkeys` (`person_id`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text,
	`email` text,
	`body_id` text,
	`language` text DEFAULT 'it' NOT NULL,
	`created_at` text NOT NULL,
	`disabled_at` text,
	`erased_at` text,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email_unique` ON `people` (`email`);--> statement-breakpoint
CREATE INDEX `people_by_body` ON `people` (`body_id`);--> statement-breakpoint
CREATE TABLE `role_grants` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`scope` text DEFAULT '' NOT NULL,
	`granted_by` text,
	`granted_at` text NOT NULL,
	`revoked_by` text,
	`revoked_at` text
);
--> statement-breakpoint
CREATE INDEX `role_grants_by_person` ON `role_grants` (`person_id`);--> statement-breakpoint
CREATE INDEX `role_grants_by_role` ON `role_grants` (`role`,`scope`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`method` text NOT NULL,
	`user_agent` text,
	`created_at` text NOT NULL,
	`last_seen_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`revoked_at` text
);
--> statement-breakpoint
CREATE INDEX `sessions_by_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE INDEX `sessions_by_expiry` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `sign_in_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`person_id` text,
	`purpose` text NOT NULL,
	`subject_id` text,
	`created_by` text,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text
);
--> statement-breakpoint
CREATE INDEX `sign_in_links_by_person` ON `sign_in_links` (`person_id`);--> statement-breakpoint
CREATE TABLE `outcomes` (
	`dossier_id` text NOT NULL,
	`stage` integer NOT NULL,
	`kind` text NOT NULL,
	`decided_on` text NOT NULL,
	`scores` text NOT NULL,
	`total` real,
	`total_threshold` real,
	`rank` integer,
	`proposals` integer,
	`comments` text,
	`lesson_learnt` text,
	`recorded_by` text NOT NULL,
	`recorded_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`dossier_id`, `stage`)
);
--> statement-breakpoint
CREATE TABLE `plan_progress` (
	`dossier_id` text NOT NULL,
	`stage` integer NOT NULL,
	`kind` text NOT NULL,
	`assignee` text,
	`note` text,
	`done_by` text,
	`done_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`dossier_id`, `stage`, `kind`)
);
--> statement-breakpoint
CREATE INDEX `plan_progress_by_person` ON `plan_progress` (`assignee`);--> statement-breakpoint
CREATE TABLE `project_deadlines` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`project_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`due_on` text NOT NULL,
	`done_on` text,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `project_deadlines_due` ON `project_deadlines` (`done_on`,`due_on`);--> statement-breakpoint
CREATE INDEX `project_deadlines_by_project` ON `project_deadlines` (`project_id`);--> statement-breakpoint
CREATE TABLE `projects` (
	`id` text PRIMARY KEY NOT NULL,
	`acronym` text NOT NULL,
	`grant_agreement` text,
	`dossier_id` text,
	`topic_key` text,
	`family` text,
	`contact` text,
	`directorate` text,
	`bodies` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`staff_months_per_year` real,
	`sites` text NOT NULL,
	`activities` text NOT NULL,
	`source` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `projects_grant_agreement_unique` ON `projects` (`grant_agreement`);--> statement-breakpoint
CREATE INDEX `projects_by_end` ON `projects` (`ends_on`);--> statement-breakpoint
CREATE INDEX `projects_by_family` ON `projects` (`family`);--> statement-breakpoint
CREATE TABLE `collegial_evaluations` (
	`dossier_id` text PRIMARY KEY NOT NULL,
	`opened_by` text NOT NULL,
	`opened_at` text NOT NULL,
	`c7` integer,
	`agreed` text NOT NULL,
	`dissents` text NOT NULL,
	`quorum_waived_by` text,
	`quorum_waiver_reason` text,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `comments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`dossier_id` text NOT NULL,
	`thread` text NOT NULL,
	`kind` text NOT NULL,
	`reply_to` integer,
	`text` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`removed_at` text
);
--> statement-breakpoint
CREATE INDEX `comments_by_dossier` ON `comments` (`dossier_id`,`id`);--> statement-breakpoint
CREATE TABLE `group_pages` (
	`group` text PRIMARY KEY NOT NULL,
	`next_meeting_at` text,
	`place` text,
	`agenda` text,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `objectives` (
	`id` text PRIMARY KEY NOT NULL,
	`group` text NOT NULL,
	`plan` text NOT NULL,
	`text` text NOT NULL,
	`due_on` text,
	`retired_at` text,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `objectives_by_group` ON `objectives` (`group`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`dossier_id` text NOT NULL,
	`person_id` text NOT NULL,
	`body_id` text,
	`scorer` text NOT NULL,
	`group` text,
	`from_other_group` integer DEFAULT false NOT NULL,
	`substitute_for` text,
	`state` text NOT NULL,
	`declaration` text,
	`scores` text NOT NULL,
	`delivered_at` text,
	`withdrawals` text NOT NULL,
	`set_aside` text,
	`appointed_by` text NOT NULL,
	`appointed_at` text NOT NULL,
	`due_on` text,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_once` ON `reviews` (`dossier_id`,`person_id`,`scorer`);--> statement-breakpoint
CREATE INDEX `reviews_by_person` ON `reviews` (`person_id`,`state`);--> statement-breakpoint
CREATE TABLE `weight_sets` (
	`id` text PRIMARY KEY NOT NULL,
	`from` text NOT NULL,
	`decided_in_sitting` text,
	`weights` text NOT NULL,
	`entered_by` text NOT NULL,
	`entered_at` text NOT NULL
);
