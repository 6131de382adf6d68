import { expect, type Locator } from "@playwright/test";

/** Chooses a radio or a checkbox whose own box is hidden. A press before the page's scripts have come is undone when they do. */
export const choose = (choice: Locator): Promise<void> =>
	expect(async () => {
		if (!(await choice.isChecked())) await choice.click({ force: true });
		await expect(choice).toBeChecked({ timeout: 500 });
	}).toPass();
