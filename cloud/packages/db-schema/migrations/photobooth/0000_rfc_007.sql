CREATE TABLE `customers` (
	`id` TEXT PRIMARY KEY,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`phone` text,
	`license_key` text NOT NULL,
	`license_type` text DEFAULT 'starter' NOT NULL,
	`purchase_date` DATETIME NOT NULL,
	`created_at` DATETIME DEFAULT (datetime('now')) NOT NULL,
	`updated_at` DATETIME DEFAULT (datetime('now')) NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `customers_email_unique` ON `customers` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `customers_license_key_unique` ON `customers` (`license_key`);--> statement-breakpoint
CREATE TABLE `payments` (
	`id` TEXT PRIMARY KEY,
	`customer_id` text NOT NULL,
	`xendit_payment_id` text,
	`amount` integer NOT NULL,
	`platform_fee` integer NOT NULL,
	`status` text DEFAULT 'pending' NOT NULL,
	`paid_at` DATETIME,
	`created_at` DATETIME DEFAULT (datetime('now')) NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `photos` (
	`id` TEXT PRIMARY KEY,
	`customer_id` text NOT NULL,
	`r2_key` text NOT NULL,
	`print_status` text DEFAULT 'pending' NOT NULL,
	`printer_id` text,
	`created_at` DATETIME DEFAULT (datetime('now')) NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `printers` (
	`id` TEXT PRIMARY KEY,
	`customer_id` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`connection_type` text NOT NULL,
	`is_default` integer DEFAULT 0 NOT NULL,
	`created_at` DATETIME DEFAULT (datetime('now')) NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
);
