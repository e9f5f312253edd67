CREATE TABLE `prices` (
	`id` TEXT PRIMARY KEY,
	`customer_id` text NOT NULL,
	`package` text NOT NULL,
	`event` text DEFAULT '' NOT NULL,
	`price` integer NOT NULL,
	`extra_copy` integer DEFAULT 0 NOT NULL,
	`valid_from` DATETIME,
	`valid_to` DATETIME,
	`withdrawn` integer DEFAULT false NOT NULL,
	`created_at` DATETIME DEFAULT (datetime('now')) NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `prices_customer_id` ON `prices` (`customer_id`);--> statement-breakpoint
ALTER TABLE `payments` ADD `booth_id` text;--> statement-breakpoint
ALTER TABLE `payments` ADD `refund_status` text;--> statement-breakpoint
ALTER TABLE `payments` ADD `xendit_refund_id` text;--> statement-breakpoint
ALTER TABLE `payments` ADD `refunded_at` DATETIME;--> statement-breakpoint
CREATE INDEX `payments_customer_id_paid_at` ON `payments` (`customer_id`,`paid_at`);--> statement-breakpoint
CREATE INDEX `payments_customer_id_voucher` ON `payments` (`customer_id`,`voucher`);--> statement-breakpoint
CREATE INDEX `payments_session_id` ON `payments` (`session_id`);