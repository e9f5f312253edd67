CREATE TABLE `applied_events` (
	`customer_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`applied_at` DATETIME NOT NULL,
	PRIMARY KEY(`customer_id`, `id`),
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `booths` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` DATETIME NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `booths_token_hash_unique` ON `booths` (`token_hash`);--> statement-breakpoint
CREATE TABLE `webhook_events` (
	`id` text PRIMARY KEY NOT NULL,
	`event` text NOT NULL,
	`payment_id` text NOT NULL,
	`received_at` DATETIME NOT NULL
);
--> statement-breakpoint
ALTER TABLE `payments` ADD `method` text DEFAULT 'qris' NOT NULL;--> statement-breakpoint
ALTER TABLE `payments` ADD `session_id` text;--> statement-breakpoint
ALTER TABLE `payments` ADD `qr_string` text;--> statement-breakpoint
ALTER TABLE `payments` ADD `expires_at` DATETIME;--> statement-breakpoint
ALTER TABLE `payments` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `payments` ADD `paid_late` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `photos` ADD `session_id` text;--> statement-breakpoint
ALTER TABLE `photos` ADD `payment_id` text;--> statement-breakpoint
ALTER TABLE `photos` ADD `code` text;--> statement-breakpoint
ALTER TABLE `photos` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `photos` ADD `uploaded_at` DATETIME;--> statement-breakpoint
ALTER TABLE `photos` ADD `shots` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `photos_code_unique` ON `photos` (`code`);--> statement-breakpoint
ALTER TABLE `printers` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX `printers_customer_id` ON `printers` (`customer_id`);