import type { Page } from "@playwright/test";
import sharp from "sharp";
import { expect } from "../_support/test";

const photo = async (name: string) => ({
	name,
	mimeType: "image/jpeg",
	buffer: await sharp({ create: { width: 640, height: 480, channels: 3, background: "#c98b4b" } })
		.jpeg()
		.toBuffer(),
});

/** The worker's pages as a worker uses them, on the phone. */
export const workerPages = (page: Page) => ({
	openJob: (orderId: string) => page.goto(`/jobs/${orderId}`),

	async start(): Promise<void> {
		await takePhoto(page, "Start");
		await page.getByRole("dialog").getByRole("button", { name: "Start now" }).click();
		await expect(page.getByRole("button", { name: "Finish" })).toBeVisible();
	},

	async finish(): Promise<void> {
		await takePhoto(page, "Finish");
		await page.getByRole("dialog").getByRole("button", { name: "Send and finish" }).click();
		await expect(page.getByText(/^Done on /)).toBeVisible();
	},

	async giveUp(reason: string, confirm: string | RegExp): Promise<void> {
		await page.getByRole("button", { name: "I can't do it" }).click();
		const dialog = page.getByRole("dialog");
		await dialog.getByLabel("What happened?").fill(reason);
		await dialog.getByRole("button", { name: confirm }).click();
		await expect(dialog).toBeHidden();
	},
});

async function takePhoto(page: Page, button: string): Promise<void> {
	const action = page.getByRole("button", { name: button, exact: true });
	await expect(action).not.toHaveAttribute("aria-disabled", "true");
	const chooser = page.waitForEvent("filechooser");
	await action.click();
	await (await chooser).setFiles(await photo("photo.jpg"));
	await expect(page.getByRole("dialog")).toBeVisible();
}
