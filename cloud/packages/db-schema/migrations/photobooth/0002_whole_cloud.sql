CREATE TABLE `deleted_photos` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`code_hash` text,
	`deleted_at` DATETIME NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deleted_photos_code_hash_unique` ON `deleted_photos` (`code_hash`);--> statement-breakpoint
CREATE TABLE `revoked_licenses` (
	`license_id` text PRIMARY KEY NOT NULL,
	`revocation` text NOT NULL,
	`revoked_at` DATETIME NOT NULL
);
--> statement-breakpoint
ALTER TABLE `customers` ADD `retention_days` integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE `payments` ADD `voucher` text;--> statement-breakpoint
CREATE INDEX `photos_customer_id_created_at` ON `photos` (`customer_id`,`created_at`);