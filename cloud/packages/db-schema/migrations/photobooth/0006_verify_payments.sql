ALTER TABLE `payments` ADD `verify_at` DATETIME;--> statement-breakpoint
CREATE INDEX `payments_verify_at` ON `payments` (`verify_at`) WHERE verify_at is not null;--> statement-breakpoint
-- What was missed before this was kept count of is asked for, too.
UPDATE `payments` SET `verify_at` = `expires_at` WHERE `method` = 'qris' AND `status` <> 'completed' AND `xendit_payment_id` IS NOT NULL;
